package ai.rhesis.backend.metric.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/// The XML elements inside a text, without those inside others.
final class XmlFragments {

    private static final int MAX_OPEN = 100_000;

    private record Open(String name, int begin) {}

    private record Span(int begin, int end) {}

    private final String text;
    private final List<Open> open = new ArrayList<>();
    private final List<Span> whole = new ArrayList<>();

    private XmlFragments(String text) {
        this.text = text;
    }

    /// @throws UnjudgeableException when there are too many beginnings
    static List<XmlElement> in(String text) {
        XmlFragments fragments = new XmlFragments(AssertionBudget.read(text));
        fragments.scan();
        return fragments.whole.stream()
                .map(span -> parse(text.substring(span.begin, span.end)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<XmlElement> parse(String fragment) {
        try {
            return Optional.of(XmlElement.parse(fragment));
        } catch (XMLStreamException notWellFormed) {
            return Optional.empty();
        }
    }

    private void scan() {
        int begin = text.indexOf('<');
        while (begin >= 0) {
            int end = endOf(begin);
            if (end > 0 && isTag(begin)) {
                tag(begin, end);
            }
            begin = text.indexOf('<', end > 0 ? end : begin + 1);
        }
    }

    /// Finds the end of the element that begins here; 0 when none does.
    private int endOf(int begin) {
        if (text.startsWith("<!--", begin)) {
            return behind("-->", begin + 4);
        }
        if (text.startsWith("<![CDATA[", begin)) {
            return behind("]]>", begin);
        }
        if (text.startsWith("<?", begin)) {
            return behind("?>", begin);
        }
        return isTag(begin) ? endOfTag(begin) : 0;
    }

    private int behind(String mark, int from) {
        int place = text.indexOf(mark, from);
        return place < 0 ? text.length() : place + mark.length();
    }

    private int endOfTag(int begin) {
        for (int place = begin + 1; place < text.length(); place++) {
            switch (text.charAt(place)) {
                case '>' -> {
                    return place + 1;
                }
                case '<' -> {
                    return 0;
                }
                case '"', '\'' -> {
                    int close = text.indexOf(text.charAt(place), place + 1);
                    place = close < 0 ? text.length() : close;
                }
                default -> {}
            }
        }
        return 0;
    }

    private boolean isTag(int begin) {
        int name = text.startsWith("</", begin) ? begin + 2 : begin + 1;
        return name < text.length() && isName(text.charAt(name)) && !Character.isDigit(text.charAt(name));
    }

    private void tag(int begin, int end) {
        boolean closes = text.charAt(begin + 1) == '/';
        String name = nameAt(closes ? begin + 2 : begin + 1);
        if (closes) {
            close(name, end);
        } else if (text.charAt(end - 2) == '/') {
            whole.add(new Span(begin, end));
        } else if (open.add(new Open(name, begin)) && open.size() > MAX_OPEN) {
            throw UnjudgeableException.tooComplex("The output has too many tags that are not closed");
        }
    }

    private void close(String name, int end) {
        if (open.isEmpty() || !open.getLast().name.equals(name)) {
            open.clear();
            return;
        }
        int begin = open.removeLast().begin;
        while (!whole.isEmpty() && whole.getLast().begin > begin) {
            whole.removeLast();
        }
        whole.add(new Span(begin, end));
    }

    private String nameAt(int begin) {
        int end = begin;
        while (end < text.length() && isName(text.charAt(end))) {
            end++;
        }
        return text.substring(begin, end);
    }

    private static boolean isName(char character) {
        return Character.isLetterOrDigit(character) || "_:.-".indexOf(character) >= 0;
    }
}
