package ai.rhesis.backend.platform.persistence;

import com.aventrix.jnanoid.jnanoid.NanoIdUtils;
import java.util.concurrent.ThreadLocalRandom;

/// Short ids for people: 12 characters of `0-9A-Za-z`, not secret and not checked for uniqueness.
final class NanoIds {

    private static final char[] ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray();

    private NanoIds() {}

    static String next() {
        return NanoIdUtils.randomNanoId(ThreadLocalRandom.current(), ALPHABET, 12);
    }
}
