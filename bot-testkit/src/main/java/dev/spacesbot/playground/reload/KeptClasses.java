package dev.spacesbot.playground.reload;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The classes that cannot be loaded anew: those of the objects that a bot's own main class gives, and every class that these
 * speak of. A service that was made once has the classes of then, and whoever takes it must mean the same. Where one of them is
 * open to its package alone, the whole package stays, since Java lets nobody else in.
 */
final class KeptClasses {

    private final Predicate<String> ours;
    private final Set<Class<?>> seen = new HashSet<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> packages = new HashSet<>();

    /** Those around {@code given} objects, or classes; {@code ours} says whether a class is the author's, by its name. */
    KeptClasses(Collection<?> given, Predicate<String> ours) {
        this.ours = ours;
        given.forEach(object -> add(object instanceof Class<?> type ? type : object.getClass()));
        while (!open.isEmpty()) {
            follow(open.pop());
        }
    }

    /** Whether the class of that name stays as it was. */
    boolean has(String name) {
        return names.contains(name) || packages.contains(packageName(name));
    }

    private static String packageName(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }

    private void add(Class<?> type) {
        if (type.isArray()) {
            add(type.componentType());
        } else if ((ours.test(type.getName()) || type.isHidden()) && seen.add(type)) {
            open.push(type);
        }
    }

    private void follow(Class<?> type) {
        names.add(type.getName());
        try {
            if (isForItsPackage(type)) {
                packages.add(type.getPackageName());
            }
            add(type.getNestHost());
            add(type.getNestMembers());
            if (type.getSuperclass() != null) {
                add(type.getGenericSuperclass());
            }
            add(type.getGenericInterfaces());
            for (Field field : type.getDeclaredFields()) {
                add(field.getGenericType());
            }
            for (Method method : type.getDeclaredMethods()) {
                add(method.getGenericReturnType());
                add(method);
            }
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                add(constructor);
            }
        } catch (LinkageError e) {
            // It speaks of classes that are not there, so nobody can mean them.
            packages.add(type.getPackageName());
        }
    }

    private static boolean isForItsPackage(Class<?> type) {
        return isForItsPackage(type.getModifiers())
                || Stream.<Member[]>of(
                                type.getDeclaredFields(), type.getDeclaredMethods(), type.getDeclaredConstructors())
                        .flatMap(Arrays::stream)
                        .anyMatch(member -> !member.isSynthetic() && isForItsPackage(member.getModifiers()));
    }

    private static boolean isForItsPackage(int modifiers) {
        return !Modifier.isPublic(modifiers) && !Modifier.isPrivate(modifiers);
    }

    private void add(Executable executable) {
        add(executable.getGenericParameterTypes());
        add(executable.getGenericExceptionTypes());
    }

    private void add(Type... types) {
        for (Type type : types) {
            if (type instanceof Class<?> plain) {
                add(plain);
            } else if (type instanceof ParameterizedType parameterized) {
                add(parameterized.getRawType());
                add(parameterized.getActualTypeArguments());
            } else if (type instanceof GenericArrayType array) {
                add(array.getGenericComponentType());
            } else if (type instanceof WildcardType wildcard) {
                add(wildcard.getUpperBounds());
                add(wildcard.getLowerBounds());
            }
        }
    }
}
