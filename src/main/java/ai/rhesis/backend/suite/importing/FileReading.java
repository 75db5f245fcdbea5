package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.suite.importing.mapping.Mapping;
import ai.rhesis.backend.suite.importing.mapping.Suggestion;
import ai.rhesis.backend.suite.importing.mapping.TestDraft;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Reads files, outside of any transaction, for that takes long; what comes of it is stored in one.
@Component
class FileReading {

    private final ImportService imports;

    FileReading(ImportService imports) {
        this.imports = imports;
    }

    AnalysisResponse analyze(UploadedFile file) {
        FileTable table = FileTable.read(file);
        Suggestion suggestion = Suggestion.of(table.dialect(), table.headers());
        UUID id = BaseEntity.newId();
        imports.open(id, file);
        return AnalysisResponse.of(id, file, table, suggestion);
    }

    ParsedView parse(UUID id, ParseRequest request) {
        ImportSessionView session = imports.get(id);
        FileTable table = FileTable.read(new UploadedFile(session.filename(), imports.content(id)));
        Mapping mapping = request.mapping() == null
                ? Suggestion.of(table.dialect(), table.headers()).mapping()
                : Mapping.of(request.mapping(), table.headers());
        List<TestDraft> drafts = table.rows().stream()
                .map(row -> mapping.apply(row, table.format().isTable()))
                .toList();
        return imports.parse(id, new Parsing(session, table, mapping, drafts), request.testType());
    }
}
