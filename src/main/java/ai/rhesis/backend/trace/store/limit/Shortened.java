package ai.rhesis.backend.trace.store.limit;

/// Texts of bounded length. A pair of surrogates is never cut in two.
public final class Shortened {

    private Shortened() {}

    public static String text(String text, int maxLength) {
        if (text.length() <= maxLength) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(maxLength - 1));
        return text.substring(0, splits ? maxLength - 1 : maxLength);
    }
}
