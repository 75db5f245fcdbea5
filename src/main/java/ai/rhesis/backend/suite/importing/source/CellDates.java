package ai.rhesis.backend.suite.importing.source;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Which numbers of a workbook are dates: those whose style shows them so. A date is counted in days.
final class CellDates {

    private static final int SECONDS_OF_DAY = 86_400;
    private static final double MAX_DAYS = 2_958_466;

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final LocalDate begin;
    private boolean inStyles;

    private CellDates(boolean isSince1904) {
        // 1900 was no leap year, but Excel counts its 29 February
        begin = isSince1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    static CellDates of(Unzipped parts, @Nullable String path, boolean isSince1904) throws IOException {
        CellDates dates = new CellDates(isSince1904);
        if (path != null && parts.has(path)) {
            parts.forEachElement(path, dates::at);
        }
        return dates;
    }

    private void at(XMLStreamReader element) {
        switch (element.getLocalName()) {
            case "numFmt" ->
                formats.put(
                        number(Workbook.attribute(element, "numFmtId")),
                        String.valueOf(Workbook.attribute(element, "formatCode")));
            case "cellXfs" -> inStyles = true;
            case "cellStyles", "dxfs" -> inStyles = false;
            case "xf" -> {
                if (inStyles) {
                    styles.add(number(Workbook.attribute(element, "numFmtId")));
                }
            }
            default -> {
                // fonts, borders, colours
            }
        }
    }

    /// The number of a cell as a person reads it: 3 rather than 3.0, a date rather than a count of days.
    String text(double number, @Nullable String style) {
        int format = style == null || number(style) >= styles.size() ? 0 : styles.get(number(style));
        if (isDate(format) && number >= 0 && number < MAX_DAYS) {
            return date(number);
        }
        boolean isWhole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return isWhole ? Long.toString((long) number) : Double.toString(number);
    }

    private String date(double days) {
        long seconds = Math.round((days - Math.floor(days)) * SECONDS_OF_DAY);
        LocalDateTime time = begin.plusDays((long) days).atTime(LocalTime.MIN).plusSeconds(seconds);
        return seconds == 0 ? time.toLocalDate().toString() : time.toString();
    }

    private boolean isDate(int format) {
        String custom = formats.get(format);
        return custom == null
                ? format >= 14 && format <= 22 || format >= 45 && format <= 47
                : custom.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*]", "").matches("(?is).*[dmyhs].*");
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
