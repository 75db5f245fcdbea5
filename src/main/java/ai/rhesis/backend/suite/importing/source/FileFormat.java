package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.suite.fileformat.FileText;
import java.util.Locale;
import java.util.regex.Pattern;

/// A kind of file, told by its content; the name decides only where that leaves it open.
public enum FileFormat {
    CSV {
        @Override
        Source read(String text, Expectation expected) {
            return CsvFile.read(text, expected);
        }
    },
    JSON {
        @Override
        Source read(String text, Expectation expected) {
            return JsonFile.read(text, expected);
        }
    },
    JSONL {
        @Override
        Source read(String text, Expectation expected) {
            return JsonFile.readLines(text);
        }
    },
    YAML {
        @Override
        Source read(String text, Expectation expected) {
            return YamlFile.read(text, expected);
        }
    },
    XLSX {
        @Override
        Source read(String text, Expectation expected) {
            throw new IllegalStateException("A workbook is no text");
        }
    };

    private static final Pattern YAML_KEYS = Pattern.compile("(?m)\\A(?:---|#.*)?\\s*^(?:- +\\w+|[a-zA-Z]+):(?: |$)");

    abstract Source read(String text, Expectation expected);

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Tells whether its values are texts in cells.
    public boolean isTable() {
        return this == CSV || this == XLSX;
    }

    static FileFormat of(String filename, byte[] content) {
        if (startsWith(content, 'P', 'K', 3, 4)) {
            return XLSX;
        }
        if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw Limits.refused("is a workbook of Excel 97 or has a password; save it as XLSX without a password");
        }
        if (startsWith(content, '%', 'P', 'D', 'F')
                || filename.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw Limits.refused("is not a file that can be read; allowed are CSV, TSV, XLSX, JSON, JSONL and YAML");
        }
        return ofText(
                filename.toLowerCase(Locale.ROOT), FileText.of(content).text().stripLeading());
    }

    private static FileFormat ofText(String filename, String text) {
        if (text.isEmpty()) {
            throw Limits.refused("is empty");
        }
        if (filename.endsWith(".jsonl") || filename.endsWith(".ndjson")) {
            return JsonFile.isWhole(text) ? JSON : JSONL;
        }
        if (filename.endsWith(".yaml") || filename.endsWith(".yml")) {
            return YAML;
        }
        boolean isCsv = filename.endsWith(".csv") || filename.endsWith(".tsv");
        if (!isCsv && (text.startsWith("{") || text.startsWith("["))) {
            return JsonFile.isLines(text) ? JSONL : JSON;
        }
        return isCsv || !YAML_KEYS.matcher(text).lookingAt() ? CSV : YAML;
    }

    private static boolean startsWith(byte[] content, int... first) {
        for (int place = 0; place < first.length; place++) {
            if (content.length <= place || (content[place] & 0xFF) != first[place]) {
                return false;
            }
        }
        return true;
    }
}
