package ai.rhesis.backend.integration.provider;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The thoughts that a model writes between tags before its answer.
final class Thoughts {

    private static final int MAX_BLOCKS = 100;
    private static final String TAGS = "think|thinking|thought|reasoning|analysis|reflection|scratchpad";
    private static final Pattern BEGIN = Pattern.compile("<(?:" + TAGS + ")>|\\[THINK]", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile(
            "</(?:" + TAGS + ")>|\\[/THINK]|<\\|channel\\|>final<\\|message\\|>", Pattern.CASE_INSENSITIVE);

    private Thoughts() {}

    /// Leaves out the thoughts before the first object, also where the tag that begins them is missing.
    ///
    /// A tag behind the beginning of an object ends nothing: what a model quotes in its answer is never the answer.
    ///
    /// @throws UnreadableAnswerException when the thoughts do not end
    static String leftOutOf(String text) throws UnreadableAnswerException {
        String rest = text;
        for (int block = 0; block < MAX_BLOCKS; block++) {
            int end = endOfFirst(rest);
            if (end == 0) {
                return rest;
            }
            rest = rest.substring(end);
        }
        return rest;
    }

    private static int endOfFirst(String text) throws UnreadableAnswerException {
        int object = JsonObjects.firstIn(text);
        Matcher begin = BEGIN.matcher(text);
        Matcher end = END.matcher(text);
        if (begin.find() && begin.start() < object) {
            if (end.find(begin.end())) {
                return end.end();
            }
            throw new UnreadableAnswerException("the answer ends inside its thoughts");
        }
        return end.find() && end.start() < object ? end.end() : 0;
    }
}
