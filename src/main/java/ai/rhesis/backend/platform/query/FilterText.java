package ai.rhesis.backend.platform.query;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A filter as the parser gets it: normalized spaces, and each value replaced by its number in quotes.
///
/// So the parser takes values quoted or not, sees none of what they hold, and every place is known in the original.
final class FilterText {

    static final int MAX_LENGTH = 4_000;
    static final int MAX_DEPTH = 20;
    static final int MAX_TERMS = 100;

    // Possessive, so that no input makes it go back.
    private static final Pattern TOKEN = Pattern.compile("""
            (?<uuid>\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}(?![\\w-]))\
            |(?<time>\\d{4}-\\d{2}-\\d{2}(?:[Tt][\\d:.]++(?:[Zz]|[+-]\\d{2}:\\d{2})?+)?+(?![\\w-]))\
            |(?<number>-?\\d++(?:\\.\\d++)?+(?![\\w.-]))\
            |(?<word>[A-Za-z_]\\w*+)\
            |(?<space>\\s++)\
            |(?<sign>[(),:/])""");

    private static final Set<String> TRUTHS = Set.of("true", "false");
    private static final Set<String> FUNCTIONS =
            Set.of("contains", "startswith", "endswith", "tolower", "toupper", "any");
    private static final Set<String> COMPARISONS = Set.of("eq", "ne", "gt", "ge", "lt", "le", "in");
    private static final Set<String> CONNECTIVES = Set.of("and", "or", "not");

    private final String original;
    private final StringBuilder normalized = new StringBuilder();
    private final List<FilterValue> values = new ArrayList<>();
    private final NavigableMap<Integer, Integer> places = new TreeMap<>();
    private int depth;
    private int terms;

    /// @throws ProblemException when it is too long, too deep or holds what no filter has
    FilterText(String original) {
        this.original = original;
        if (original.length() > MAX_LENGTH) {
            throw FilterProblem.at(MAX_LENGTH, "A filter has at most " + MAX_LENGTH + " characters");
        }
        Matcher token = TOKEN.matcher(original);
        for (int place = 0; place < original.length(); ) {
            place = original.charAt(place) == '\'' ? takeText(place) : take(token.region(place, original.length()));
        }
    }

    String normalized() {
        return normalized.toString();
    }

    /// Returns the value that stands as `'<number>'` in the normalized text.
    FilterValue value(String literal) {
        return values.get(Integer.parseInt(literal.substring(1, literal.length() - 1)));
    }

    /// Returns the place in the original of one in the normalized text.
    int original(int place) {
        return place >= normalized.length()
                ? original.length()
                : places.floorEntry(place).getValue();
    }

    // No pattern: one that repeats a group calls itself for every quote in the text.
    private int takeText(int place) {
        int end = place;
        do {
            end = original.indexOf('\'', end + 1) + 1;
            if (end == 0) {
                throw FilterProblem.at(place, "This text has no closing quote; a quote inside it is written twice");
            }
        } while (end < original.length() && original.charAt(end) == '\'');
        takeValue(original.substring(place + 1, end - 1).replace("''", "'"), place);
        return end;
    }

    private int take(Matcher token) {
        if (!token.lookingAt()) {
            throw FilterProblem.at(token.regionStart(), "This is not allowed here");
        }
        String text = token.group();
        if (token.group("space") != null) {
            takeSpace(token);
        } else if (token.group("sign") != null) {
            takeSign(text, token.start());
        } else if (token.group("word") != null && !TRUTHS.contains(text)) {
            takeWord(text, token);
        } else {
            takeValue(text, token.start());
        }
        return token.end();
    }

    private void takeValue(String value, int place) {
        if (value.indexOf('\0') >= 0) {
            throw FilterProblem.at(place, "The character NUL is not allowed in a text");
        }
        append("'" + values.size() + "'", place);
        values.add(new FilterValue(value, place));
    }

    // None at both ends, where a variable is named or a bracket opens: clients write `any(t: t/name …)`, but the
    // parser wants `t:t/name`.
    private void takeSpace(Matcher token) {
        boolean isAtAnEnd = normalized.isEmpty() || token.end() == original.length();
        if (!isAtAnEnd && "(:,".indexOf(normalized.charAt(normalized.length() - 1)) < 0) {
            append(" ", token.start());
        }
    }

    private void takeSign(String sign, int place) {
        depth += sign.equals("(") ? 1 : sign.equals(")") ? -1 : 0;
        if (depth > MAX_DEPTH) {
            throw FilterProblem.at(place, "A filter is nested at most " + MAX_DEPTH + " deep");
        }
        int end = normalized.length() - 1;
        // also in front of what closes
        if (":),".contains(sign) && end >= 0 && normalized.charAt(end) == ' ') {
            normalized.setLength(end);
        }
        append(sign, place);
    }

    private void takeWord(String word, Matcher token) {
        boolean isCalled = token.end() < original.length() && original.charAt(token.end()) == '(';
        boolean isTerm = COMPARISONS.contains(word) || word.equals("not") || (isCalled && FUNCTIONS.contains(word));
        if (isCalled && !isTerm && !CONNECTIVES.contains(word)) {
            throw FilterProblem.at(token.start(), "There is no function " + word, FUNCTIONS);
        }
        terms += isTerm ? 1 : 0;
        if (terms > MAX_TERMS) {
            throw FilterProblem.at(token.start(), "A filter has at most " + MAX_TERMS + " terms");
        }
        append(word, token.start());
    }

    private void append(String token, int place) {
        places.put(normalized.length(), place);
        normalized.append(token);
    }
}
