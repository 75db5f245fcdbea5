package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.annotation.status.StatusService;
import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.platform.persistence.StatisticsQueries;
import ai.rhesis.backend.platform.persistence.StorableText;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.web.body.Element;
import ai.rhesis.backend.platform.web.body.JsonBinder;
import ai.rhesis.backend.suite.bulk.BulkOptions;
import ai.rhesis.backend.suite.bulk.BulkView;
import ai.rhesis.backend.suite.bulk.TestBulkService;
import ai.rhesis.backend.suite.importing.ImportRowQueries.RowCounts;
import ai.rhesis.backend.suite.importing.mapping.Issue;
import ai.rhesis.backend.suite.importing.mapping.TestDraft;
import ai.rhesis.backend.suite.testcase.TestCaseRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/// Imports under way. Every step is in the database, so that any node can serve the next.
@Service
@Transactional
class ImportService {

    private static final int MAX_OPEN_IMPORTS = 50;

    private final ImportQueries imports;
    private final ImportRowQueries importRows;
    private final TypeLookupService lookups;
    private final StatusService statuses;
    private final TestBulkService tests;
    private final JsonBinder bodies;
    private final StatisticsQueries statistics;

    ImportService(
            ImportQueries imports,
            ImportRowQueries importRows,
            TypeLookupService lookups,
            StatusService statuses,
            TestBulkService tests,
            JsonBinder bodies,
            StatisticsQueries statistics) {
        this.imports = imports;
        this.importRows = importRows;
        this.lookups = lookups;
        this.statuses = statuses;
        this.tests = tests;
        this.bodies = bodies;
        this.statistics = statistics;
    }

    void open(UUID id, UploadedFile file) {
        imports.open(id, file);
        imports.clear(MAX_OPEN_IMPORTS);
    }

    /// @throws ProblemException 404 when there is no such import, or no longer
    @Transactional(readOnly = true)
    ImportSessionView get(UUID id) {
        return imports.find(id).orElseThrow(() -> notFound(id));
    }

    @Transactional(readOnly = true)
    byte[] content(UUID id) {
        return imports.findContent(id).orElseThrow(ImportService::isFinished);
    }

    /// Checks every row as its creation would and keeps what came of it.
    ///
    /// @param testType of the rows that don't say theirs
    /// @throws ProblemException 422 when the organization has no such type
    ParsedView parse(UUID id, Parsing parsing, @Nullable String testType) {
        requireOpen(imports.lock(id).orElseThrow(() -> notFound(id)));
        if (testType != null) {
            lookups.require("TestType", testType, "test_type");
            parsing.drafts().forEach(draft -> draft.takeType(testType));
        }
        takeStatuses(parsing.drafts());
        String type = Objects.requireNonNullElse(testType, parsing.detectedType());
        List<ImportRow> rows = check(parsing);
        importRows.replace(id, rows);
        statistics.refresh();
        imports.parsed(id, type, parsing.key(type));
        List<String> leftOut = parsing.mapping().leftOut(parsing.table().headers());
        return new ParsedView(rows, leftOut, parsing.table().notices(), type, parsing.detectedType());
    }

    @Transactional(readOnly = true)
    PreviewView preview(UUID id, PageRequest page, boolean problemsOnly) {
        requireOpen(requireParsed(get(id)));
        RowCounts counts = importRows.count(id);
        return problemsOnly
                ? new PreviewView(importRows.findBad(id, page.skip(), page.size()), counts.bad())
                : new PreviewView(importRows.find(id, page.skip(), page.skip() + page.size()), counts.total());
    }

    UUID cancel(UUID id) {
        get(id);
        if (!imports.delete(id)) {
            throw isFinished();
        }
        return id;
    }

    private static void requireOpen(ImportSessionView session) {
        if (session.testSetId() != null) {
            throw isFinished();
        }
    }

    static ImportSessionView requireParsed(ImportSessionView session) {
        if (session.importKey() == null) {
            throw Problem.conflict("This import has no rows yet; POST /import/" + session.id() + "/parse first")
                    .exception();
        }
        return session;
    }

    static ProblemException notFound(UUID id) {
        return Problem.of(HttpStatus.NOT_FOUND, "Import not found, or expired; analyze the file again")
                .with("item_id", id)
                .exception();
    }

    static ProblemException isFinished() {
        return Problem.conflict("This import is finished; analyze the file again to import it anew")
                .exception();
    }

    private void takeStatuses(List<TestDraft> drafts) {
        Map<String, Optional<UUID>> known = new HashMap<>();
        for (TestDraft draft : drafts) {
            String name = draft.statusName();
            if (name != null) {
                draft.takeStatus(
                        known.computeIfAbsent(name, wanted -> Optional.ofNullable(statuses.idOf("Test", wanted))));
            }
        }
    }

    private List<ImportRow> check(Parsing parsing) {
        List<TestDraft> drafts = parsing.drafts();
        List<Element<TestCaseRequest>> rows = IntStream.range(0, drafts.size())
                .mapToObj(place -> bind(drafts.get(place).test(), place))
                .toList();
        BulkView checked = tests.create(rows, new BulkOptions(true, true, null));
        return IntStream.range(0, drafts.size())
                .mapToObj(place -> {
                    TestDraft draft = drafts.get(place);
                    List<Issue> errors = new ArrayList<>(draft.errors());
                    if (!draft.isUnreadable()) {
                        checked.results().get(place).violations().stream()
                                .map(Issue::of)
                                .forEach(errors::add);
                    }
                    int number = parsing.table().rows().get(place).number();
                    return new ImportRow(place, number, StorableText.of(draft.test()), errors, draft.warnings());
                })
                .toList();
    }

    /// Binds a copy of the test: binding takes out what doesn't fit, which the preview still has to show.
    private Element<TestCaseRequest> bind(ObjectNode test, int place) {
        return bodies.element(test.deepCopy(), TestCaseRequest.class, place);
    }
}
