package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.compute.TooComplexException;
import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.suite.importing.mapping.Mapping;
import ai.rhesis.backend.suite.importing.mapping.Suggestion;
import ai.rhesis.backend.suite.importing.mapping.TestDraft;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The reading of files, which takes long and so happens outside of any transaction; the result is stored in one.
@Component
class FileReading {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final ImportService imports;
    private final ComputePool threads;

    FileReading(ImportService imports, ComputePool threads) {
        this.imports = imports;
        this.threads = threads;
    }

    AnalysisResponse analyze(UploadedFile file) {
        FileTable table = read(file, null);
        Suggestion suggestion = table.suggestion();
        UUID id = BaseEntity.newId();
        imports.open(id, file);
        return AnalysisResponse.of(id, file, table, suggestion);
    }

    ParsedView parse(UUID id, ParseRequest request) {
        ImportSessionView session = imports.get(id);
        UploadedFile file = file(session);
        Parsing parsing = inTime(() -> parse(session, file, request));
        return imports.parse(id, parsing, request.testType());
    }

    private static Parsing parse(ImportSessionView session, UploadedFile file, ParseRequest request) {
        FileTable table = FileTable.read(file, request.sheet());
        Mapping mapping = request.mapping() == null
                ? table.suggestion().mapping()
                : Mapping.of(request.mapping(), table.headers());
        List<TestDraft> drafts = table.rows().stream()
                .map(row -> mapping.apply(row, table.format().isTable()))
                .toList();
        return new Parsing(session, request.sheet(), table, mapping, drafts);
    }

    /// Suggests the mapping again.
    Suggestion suggest(UUID id) {
        return read(file(imports.get(id)), null).suggestion();
    }

    private UploadedFile file(ImportSessionView session) {
        return new UploadedFile(session.filename(), imports.content(session.id()));
    }

    private FileTable read(UploadedFile file, @Nullable String sheet) {
        return inTime(() -> FileTable.read(file, sheet));
    }

    private <T> T inTime(Supplier<T> reading) {
        try {
            return threads.call(reading, TIMEOUT);
        } catch (TooComplexException late) {
            throw Problem.invalid("file", "takes longer to read than %d s; split it".formatted(TIMEOUT.toSeconds()))
                    .exception();
        }
    }
}
