package ai.rhesis.backend.suite.importing;

import static java.util.stream.Collectors.partitioningBy;

import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.web.body.Element;
import ai.rhesis.backend.platform.web.body.JsonBinder;
import ai.rhesis.backend.suite.bulk.BulkOptions;
import ai.rhesis.backend.suite.bulk.BulkResult;
import ai.rhesis.backend.suite.bulk.BulkView;
import ai.rhesis.backend.suite.bulk.TestBulkService;
import ai.rhesis.backend.suite.importing.mapping.Issue;
import ai.rhesis.backend.suite.testcase.TestCaseRequest;
import ai.rhesis.backend.suite.testset.TestSetService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The confirmation of an import, which makes its test set in one transaction, and once for the same file.
@Service
@Transactional
class ImportConfirmation {

    private static final int MAX_LISTED = 100;

    private final ImportQueries imports;
    private final ImportRowQueries importRows;
    private final TestSetService sets;
    private final TestBulkService tests;
    private final TagService tags;
    private final JsonBinder bodies;

    ImportConfirmation(
            ImportQueries imports,
            ImportRowQueries importRows,
            TestSetService sets,
            TestBulkService tests,
            TagService tags,
            JsonBinder bodies) {
        this.imports = imports;
        this.importRows = importRows;
        this.sets = sets;
        this.tests = tests;
        this.tags = tags;
        this.bodies = bodies;
    }

    /// Makes the set of the rows, or finds the one that they became before.
    ///
    /// @throws ProblemException 409 before the rows were parsed, 422 when none is fit
    ImportedView confirm(UUID id, ConfirmRequest request) {
        ImportSessionView session =
                ImportService.requireParsed(imports.lock(id).orElseThrow(() -> ImportService.notFound(id)));
        String key = Objects.requireNonNull(session.importKey());
        imports.lockKey(key);
        Optional<UUID> before = imports.findImported(key);
        if (before.isPresent()) {
            imports.finish(id, before.get());
            return ImportedView.before(sets.get(before.get().toString()));
        }
        if (session.testSetId() != null) {
            throw ImportService.isFinished();
        }
        return create(session, request);
    }

    private ImportedView create(ImportSessionView session, ConfirmRequest request) {
        List<ImportRow> rows = importRows.find(session.id(), 0, Integer.MAX_VALUE);
        Map<Boolean, List<ImportRow>> byFitness = rows.stream().collect(partitioningBy(ImportRow::isBad));
        List<ImportRow> bad = new ArrayList<>(byFitness.getOrDefault(true, List.of()));
        List<ImportRow> good = byFitness.getOrDefault(false, List.of());
        if (good.isEmpty() || !bad.isEmpty() && !request.leavesOutBadRows()) {
            throw refused(bad);
        }
        UUID set = sets.create(request.toTestSet(Objects.requireNonNull(session.testType())))
                .set()
                .getId();
        BulkView made = tests.create(bound(good), new BulkOptions(true, false, set));
        tag(good, made);
        made.results().stream()
                .filter(result -> result.id() == null)
                .forEach(result -> bad.add(refused(good.get(result.index()), result)));
        imports.finish(session.id(), set);
        return new ImportedView(
                sets.get(set.toString()), false, rows.size(), made.ids().size(), bad);
    }

    private List<Element<TestCaseRequest>> bound(List<ImportRow> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(place -> bodies.element(rows.get(place).test(), TestCaseRequest.class, place))
                .toList();
    }

    private void tag(List<ImportRow> rows, BulkView made) {
        Map<UUID, List<String>> names = new HashMap<>();
        for (BulkResult result : made.results()) {
            List<String> own = rows.get(result.index()).tags();
            if (result.id() != null && !own.isEmpty()) {
                names.put(result.id(), own);
            }
        }
        tags.assignToTests(names);
    }

    /// Marks a row that was valid when it was parsed and no longer is, because what it points at is gone.
    private static ImportRow refused(ImportRow row, BulkResult result) {
        List<Issue> errors = result.violations().stream().map(Issue::of).toList();
        return new ImportRow(row.position(), row.number(), row.test(), errors, row.warnings());
    }

    private static RuntimeException refused(List<ImportRow> bad) {
        return Problem.invalid(RowReport.errors(bad).stream()
                        .map(report -> new Violation(report.type(), report.place(), report.message()))
                        .limit(MAX_LISTED)
                        .toList())
                .with("bad_rows", bad.stream().map(ImportRow::number).toList())
                .exception();
    }
}
