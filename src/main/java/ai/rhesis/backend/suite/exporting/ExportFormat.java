package ai.rhesis.backend.suite.exporting;

import ai.rhesis.backend.platform.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/// The export formats of a test set.
enum ExportFormat {
    CSV("text/csv;charset=UTF-8", ".csv") {
        @Override
        Export open(OutputStream out, JsonMapper json) {
            return new CsvExport(out, json);
        }
    },
    JSON("application/json", ".json") {
        @Override
        Export open(OutputStream out, JsonMapper json) {
            return new JsonExport(out, json);
        }
    },
    JSONL("application/jsonl;charset=UTF-8", ".jsonl") {
        @Override
        Export open(OutputStream out, JsonMapper json) {
            return new JsonLinesExport(out, json);
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx") {
        @Override
        Export open(OutputStream out, JsonMapper json) {
            return new XlsxExport(out, json);
        }
    },
    PROMPTFOO("application/yaml", ".yaml") {
        @Override
        Export open(OutputStream out, JsonMapper json) {
            return new PromptfooExport(out, json);
        }
    };

    private final String contentType;
    private final String suffix;

    ExportFormat(String contentType, String suffix) {
        this.contentType = contentType;
        this.suffix = suffix;
    }

    abstract Export open(OutputStream out, JsonMapper json) throws IOException;

    String contentType() {
        return contentType;
    }

    String suffix() {
        return suffix;
    }

    /// @throws ProblemException 400 that names those there are
    static ExportFormat of(String format) {
        List<String> allowed = Arrays.stream(values())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        int place = allowed.indexOf(format.toLowerCase(Locale.ROOT));
        if (place < 0) {
            throw Problem.notOneOf("format", allowed).exception();
        }
        return values()[place];
    }
}
