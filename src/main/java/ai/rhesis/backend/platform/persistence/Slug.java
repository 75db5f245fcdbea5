package ai.rhesis.backend.platform.persistence;

import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The short name of an object in addresses, made from its name.
public final class Slug {

    private static final int MIN_LENGTH = 3;
    private static final int SUFFIX = 6;
    private static final int MAX_NUMBERED = 99;
    private static final int MAX_DIGITS = 2;

    private Slug() {}

    /// Makes the slug of a name: `Größe & Co.` becomes `grosse-co`; a name without enough letters gets some.
    public static String of(String name, String fallback, int maxLength) {
        String plain = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        String slug = cut(plain, maxLength);
        return slug.length() < MIN_LENGTH ? another(slug.isEmpty() ? fallback : slug, maxLength) : slug;
    }

    /// Lists what may stand for a slug that is taken, best first: the slug, with a number behind it, with a random
    /// ending.
    public static Stream<String> candidates(String slug, int maxLength) {
        Stream<String> numbered = IntStream.rangeClosed(2, MAX_NUMBERED)
                .mapToObj(number -> cut(slug, maxLength - 1 - MAX_DIGITS) + "-" + number);
        return Stream.of(Stream.of(slug), numbered, Stream.of(another(slug, maxLength)))
                .flatMap(Function.identity());
    }

    /// Returns the slug with a random ending, for when it is taken.
    private static String another(String slug, int maxLength) {
        StringBuilder suffix = new StringBuilder("-");
        for (int place = 0; place < SUFFIX; place++) {
            suffix.append(Character.forDigit(ThreadLocalRandom.current().nextInt(36), 36));
        }
        return cut(slug, maxLength - suffix.length()) + suffix;
    }

    private static String cut(String slug, int length) {
        String trimmed = slug.replaceAll("^-+", "");
        return trimmed.substring(0, Math.min(length, trimmed.length())).replaceAll("-+$", "");
    }
}
