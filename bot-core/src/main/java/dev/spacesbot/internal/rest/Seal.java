package dev.spacesbot.internal.rest;

import dev.spacesbot.config.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a text with a key from the configuration: AES-256 in GCM, whose key comes out of that one by PBKDF2. What is sealed
 * begins with the version of its form, and holds its own salt and nonce. Sealed for one place, it opens in no other.
 */
final class Seal {

    private static final String VERSION = "1:";
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;
    private static final int ROUNDS = 100_000;

    private final Secret key;
    private final byte[] place;
    private final SecureRandom random = new SecureRandom();

    Seal(Secret key, String place) {
        this.key = key;
        this.place = place.getBytes(StandardCharsets.UTF_8);
    }

    String close(String text) {
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, salt, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(SALT + NONCE + sealed.length)
                    .put(salt)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return VERSION + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES and PBKDF2", e);
        }
    }

    /** Empty where it was sealed with another key or for another place, or is nothing that was sealed. */
    Optional<String> open(String sealed) {
        if (!sealed.startsWith(VERSION)) {
            return Optional.empty();
        }
        try {
            ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(VERSION.length())));
            if (all.remaining() < SALT + NONCE) {
                return Optional.empty();
            }
            byte[] salt = new byte[SALT];
            byte[] nonce = new byte[NONCE];
            all.get(salt).get(nonce);
            byte[] rest = new byte[all.remaining()];
            all.get(rest);
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, salt, nonce).doFinal(rest), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] salt, byte[] nonce) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(key.value().toCharArray(), salt, ROUNDS, KEY_BITS);
        SecretKey derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec);
        spec.clearPassword();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derived.getEncoded(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place);
        return cipher;
    }
}
