package dev.spacesbot.testkit.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A stretch of two lists: either one element of each, which belong together, or what stands between such pairs.
 *
 * @param left the part of the first list
 * @param right the part of the second list
 * @param same whether they belong together
 */
record Alignment<L, R>(List<L> left, List<R> right, boolean same) {

    /** Two lists as a row of stretches, with as many pairs as possible; both lists keep their order. */
    static <L, R> List<Alignment<L, R>> of(List<L> left, List<R> right, BiPredicate<L, R> same) {
        int[][] most = most(left, right, same);
        List<Alignment<L, R>> stretches = new ArrayList<>();
        int fromLeft = 0;
        int fromRight = 0;
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            if (most[i][j] == most[i + 1][j + 1] + 1 && same.test(left.get(i), right.get(j))) {
                between(stretches, left.subList(fromLeft, i), right.subList(fromRight, j));
                stretches.add(new Alignment<>(left.subList(i, i + 1), right.subList(j, j + 1), true));
                fromLeft = ++i;
                fromRight = ++j;
            } else if (most[i][j] == most[i + 1][j + 1]) {
                i++;
                j++;
            } else if (most[i + 1][j] >= most[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        between(stretches, left.subList(fromLeft, left.size()), right.subList(fromRight, right.size()));
        return stretches;
    }

    private static <L, R> void between(List<Alignment<L, R>> stretches, List<L> left, List<R> right) {
        if (!left.isEmpty() || !right.isEmpty()) {
            stretches.add(new Alignment<>(left, right, false));
        }
    }

    /** How many pairs there can be from each two places to the ends. */
    private static <L, R> int[][] most(List<L> left, List<R> right, BiPredicate<L, R> same) {
        int[][] most = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                int taken = same.test(left.get(i), right.get(j)) ? most[i + 1][j + 1] + 1 : 0;
                most[i][j] = Math.max(taken, Math.max(most[i + 1][j], most[i][j + 1]));
            }
        }
        return most;
    }
}
