package ai.rhesis.backend.metric.assertion.javascript;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/// The capturing groups of a regular expression of JavaScript, in the order of their beginnings.
///
/// In Java each gets a name of its own and an empty group behind it, which tells whether it took part in the match: a
/// reference to a group that did not matches nothing in JavaScript, and fails in Java.
final class PatternGroups {

    private static final int NO_CAPTURE = 0;

    private final Map<String, Integer> byName;
    private final int count;
    private final boolean areReferred;
    private final Deque<Integer> open = new ArrayDeque<>();
    private final BitSet closed = new BitSet();
    private int opened;

    private PatternGroups(Map<String, Integer> byName, int count, boolean areReferred) {
        this.byName = byName;
        this.count = count;
        this.areReferred = areReferred;
    }

    static PatternGroups of(String expression) {
        Map<String, Integer> byName = new HashMap<>();
        int count = 0;
        boolean areReferred = false;
        boolean inClass = false;
        for (int place = 0; place < expression.length(); place++) {
            char here = expression.charAt(place);
            if (here == '\\') {
                place++;
                areReferred |= place < expression.length() && isReference(expression.charAt(place));
            } else if (here == '[') {
                inClass = true;
            } else if (here == ']') {
                inClass = false;
            } else if (here == '(' && !inClass && captures(expression, place)) {
                count++;
                name(expression, place, count, byName);
            }
        }
        return new PatternGroups(byName, count, areReferred);
    }

    private static boolean isReference(char letter) {
        return letter == 'k' || letter >= '1' && letter <= '9';
    }

    private static boolean captures(String expression, int place) {
        boolean isNamed = expression.startsWith("(?<", place)
                && !expression.startsWith("(?<=", place)
                && !expression.startsWith("(?<!", place);
        return isNamed || !expression.startsWith("(?", place);
    }

    private static void name(String expression, int place, int number, Map<String, Integer> byName) {
        if (expression.startsWith("(?<", place)) {
            int end = expression.indexOf('>', place);
            String name = end < 0 ? "" : expression.substring(place + 3, end);
            boolean isName = !name.isEmpty()
                    && Character.isUnicodeIdentifierStart(name.charAt(0)) | "_$".indexOf(name.charAt(0)) >= 0
                    && name.chars().allMatch(letter -> Character.isUnicodeIdentifierPart(letter) || letter == '$');
            if (!isName || byName.put(name, number) != null) {
                throw new PatternSyntaxException(
                        "a group has a name that is not allowed or used twice", expression, place);
            }
        }
    }

    int count() {
        return count;
    }

    boolean haveNames() {
        return !byName.isEmpty();
    }

    /// Begins the next capturing group.
    String open() {
        opened++;
        open.push(opened);
        return areReferred ? "(?:(?<g" + opened + ">" : "(";
    }

    void openOther() {
        open.push(NO_CAPTURE);
    }

    /// Ends the innermost group.
    String close() {
        int group = open.isEmpty() ? NO_CAPTURE : open.pop();
        closed.set(group);
        return group == NO_CAPTURE || !areReferred ? ")" : ")(?<f" + group + ">))";
    }

    /// Refers to a group by its name.
    String reference(String name) {
        Integer group = byName.get(name);
        if (group == null) {
            throw new PatternSyntaxException("there is no group of this name", name, 0);
        }
        return reference(group);
    }

    /// Refers to a group: to what it matched, or to nothing if it took no part.
    ///
    /// Before the end of its group a reference matches nothing in JavaScript.
    String reference(int group) {
        String match = closed.get(group) ? "(?:\\k<f%1$d>\\k<g%1$d>|(?!\\k<f%1$d>))".formatted(group) : "";
        return "(?:" + JavaScriptPattern.LOOK + match + ")";
    }
}
