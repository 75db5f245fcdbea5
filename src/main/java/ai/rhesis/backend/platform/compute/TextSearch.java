package ai.rhesis.backend.platform.compute;

/// The search for one text in another in linear time, whatever both are.
///
/// The search of the platform compares every place with the whole part, which takes hours for some texts of a
/// megabyte. Long pairs are searched as Knuth, Morris and Pratt do.
public final class TextSearch {

    private static final long MAX_NAIVE_COMPARISONS = 4_000_000;

    private TextSearch() {}

    public static boolean contains(String text, String part, Budget budget) {
        return indexOf(text, part, 0, budget) >= 0;
    }

    /// Finds the first place at or behind `from`; -1 when there is none.
    public static int indexOf(String text, String part, int from, Budget budget) {
        int rest = text.length() - from;
        if (rest < part.length()) {
            return -1;
        }
        if ((long) rest * part.length() <= MAX_NAIVE_COMPARISONS) {
            int place = text.indexOf(part, from);
            budget.spend((place < 0 ? rest : place - from) + part.length());
            return place;
        }
        return linearIndexOf(text, part, from, budget);
    }

    private static int linearIndexOf(String text, String part, int from, Budget budget) {
        int[] borders = borders(part, budget);
        int matched = 0;
        for (int place = from; place < text.length(); place++) {
            budget.spend(1);
            matched = next(borders, part, matched, text.charAt(place));
            if (matched == part.length()) {
                return place - matched + 1;
            }
        }
        return -1;
    }

    /// Computes, for every prefix, the length of its longest proper prefix that is also its suffix.
    private static int[] borders(String part, Budget budget) {
        int[] borders = new int[part.length()];
        for (int place = 1; place < part.length(); place++) {
            budget.spend(1);
            borders[place] = next(borders, part, borders[place - 1], part.charAt(place));
        }
        return borders;
    }

    private static int next(int[] borders, String part, int matched, char character) {
        int length = matched;
        while (length > 0 && part.charAt(length) != character) {
            length = borders[length - 1];
        }
        return part.charAt(length) == character ? length + 1 : length;
    }
}
