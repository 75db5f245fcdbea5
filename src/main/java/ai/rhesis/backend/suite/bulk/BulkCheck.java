package ai.rhesis.backend.suite.bulk;

import static java.util.stream.Collectors.toSet;

import ai.rhesis.backend.annotation.typelookup.TypeLookup;
import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.platform.persistence.Batches;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.web.body.Element;
import ai.rhesis.backend.platform.web.body.NamedReference;
import ai.rhesis.backend.suite.testcase.TestCase;
import ai.rhesis.backend.suite.testcase.TestCaseRequest;
import ai.rhesis.backend.suite.testcase.TestCaseService;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The check of many tests before anything is written, by statements over a batch and never over a row.
@Component
class BulkCheck {

    static final int BATCH = 1_000;

    private final TestCaseService tests;
    private final TypeLookupService lookups;
    private final Directory directory;

    BulkCheck(TestCaseService tests, TypeLookupService lookups, Directory directory) {
        this.tests = tests;
        this.lookups = lookups;
        this.directory = directory;
    }

    List<Draft> check(List<Element<TestCaseRequest>> rows) {
        List<Draft> drafts = rows.stream().map(Draft::new).toList();
        List<TypeLookup> types = lookups.valuesOf("TestType");
        refuseRepeatedIds(drafts);
        for (List<Draft> batch : Batches.of(drafts, BATCH)) {
            settleIds(batch);
            List<Draft> open = batch.stream().filter(Draft::isOpen).toList();
            open.forEach(draft -> takeType(draft, types));
            for (BulkReference link : BulkReference.values()) {
                requireLiving(link, open);
            }
        }
        return drafts;
    }

    private static List<Draft> toBeMade(List<Draft> drafts) {
        return drafts.stream().filter(Draft::isToBeMade).toList();
    }

    private static void refuseRepeatedIds(List<Draft> drafts) {
        Set<UUID> ids = new HashSet<>();
        for (Draft draft : toBeMade(drafts)) {
            if (draft.id() != null && !ids.add(draft.id())) {
                draft.refuse("id", "duplicate", "is used by an earlier test of this body");
            }
        }
    }

    /// Leaves a test alone that exists, so that a body can be sent again, and refuses the id of a deleted one.
    private void settleIds(List<Draft> batch) {
        List<Draft> identified =
                toBeMade(batch).stream().filter(draft -> draft.id() != null).toList();
        if (identified.isEmpty()) {
            return;
        }
        Set<UUID> ids = identified.stream().map(Draft::id).collect(toSet());
        Set<UUID> taken = tests.taken(ids);
        Set<UUID> living = taken.isEmpty() ? Set.of() : directory.living(TestCase.class, taken);
        for (Draft draft : identified) {
            if (living.contains(draft.id())) {
                draft.existsAlready();
            } else if (taken.contains(draft.id())) {
                draft.refuse("id", "taken", "is the id of a deleted test; restore that or leave out the id");
            }
        }
    }

    private static void takeType(Draft draft, List<TypeLookup> types) {
        NamedReference wanted = draft.request().wantedType(false);
        Optional<TypeLookup> type =
                types.stream().filter(value -> value.isMeantBy(wanted)).findFirst();
        if (type.isPresent()) {
            draft.takeType(type.get());
        } else {
            String field = wanted.id() == null ? "test_type" : "test_type_id";
            draft.refuse(List.of(TypeLookupService.unknownValue("TestType", field, types)));
        }
    }

    /// Refuses ids of other organizations in the same words as ids that never existed.
    private void requireLiving(BulkReference link, List<Draft> batch) {
        Set<UUID> ids = batch.stream()
                .map(draft -> link.idIn(draft.request()))
                .filter(Objects::nonNull)
                .collect(toSet());
        if (ids.isEmpty()) {
            return;
        }
        Set<UUID> living = directory.living(link.type(), ids);
        for (Draft draft : batch) {
            UUID id = link.idIn(draft.request());
            if (id != null && !living.contains(id)) {
                draft.refuse(link.field(), "value_error", "does not exist");
            }
        }
    }
}
