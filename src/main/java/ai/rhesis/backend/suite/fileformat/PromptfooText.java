package ai.rhesis.backend.suite.fileformat;

/// Texts in files of promptfoo, which fills in `{{ … }}` and reads the file that a text names with `file://`.
///
/// Such a text goes between `{% raw %}` and `{% endraw %}`, where it stays as it is.
public final class PromptfooText {

    public static final String FILE = "file://";

    /// The key in the metadata of a test for all that promptfoo has no place for.
    public static final String OWN = "rhesis";

    private static final String OPEN = "{% raw %}";
    private static final String CLOSE = "{% endraw %}";
    // inside, whatever looks like a tag is cut in two, so that no text can end the block
    private static final String TAG = "{%";
    private static final String CUT = TAG + CLOSE + OPEN;

    private PromptfooText() {}

    public static String escape(String text) {
        boolean isMore = text.contains("{{") || text.contains(TAG) || text.contains("{#") || text.startsWith(FILE);
        return isMore ? OPEN + text.replace(TAG, CUT) + CLOSE : text;
    }

    public static String unescape(String text) {
        boolean isRaw =
                text.startsWith(OPEN) && text.endsWith(CLOSE) && text.length() >= OPEN.length() + CLOSE.length();
        return isRaw
                ? text.substring(OPEN.length(), text.length() - CLOSE.length()).replace(CUT, TAG)
                : text;
    }
}
