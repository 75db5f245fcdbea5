package ai.rhesis.backend.suite.testset;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import ai.rhesis.backend.annotation.subject.AttachmentService;
import ai.rhesis.backend.annotation.subject.Attachments;
import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.platform.persistence.Resources;
import ai.rhesis.backend.platform.persistence.Slug;
import ai.rhesis.backend.platform.query.InOrder;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.NamedReference;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The test sets of an organization, read with what their tests are about.
@Service
@Transactional
public class TestSetService {

    private static final String DEFAULT_TYPE = "Single-Turn";
    private static final int LENGTH_OF_UUID = 36;

    private static final int MAX_SLUG_LENGTH = 255;

    private final TestSetRepository sets;
    private final TypeLookupService lookups;
    private final TagService tags;
    private final AttachmentService attachments;
    private final SetProgress generations;

    TestSetService(
            TestSetRepository sets,
            TypeLookupService lookups,
            TagService tags,
            AttachmentService attachments,
            SetProgress generations) {
        this.sets = sets;
        this.lookups = lookups;
        this.tags = tags;
        this.attachments = attachments;
        this.generations = generations;
    }

    @Transactional(readOnly = true)
    public Listing<TestSetView> list(ListRequest request, Restriction<TestSet> restriction) {
        return sets.listIds(request, TestSetFields.ALL, restriction).mapAll(this::views);
    }

    /// Restricts a list to the trees of the explorer, or to all but them.
    public static Restriction<TestSet> ofExplorer(boolean areTrees) {
        return (set, query, builder) ->
                areTrees ? builder.isTrue(set.get("explorerRow")) : builder.isFalse(set.get("explorerRow"));
    }

    /// Returns those of the ids that are living trees of the explorer.
    @Transactional(readOnly = true)
    public Set<UUID> livingOfExplorer(Collection<UUID> ids) {
        return sets.findExplorers(ids.toArray(UUID[]::new));
    }

    /// Finds the set with this id, nano id or slug.
    @Transactional(readOnly = true)
    public TestSetView get(String key) {
        UUID id = idOf(key);
        return views(List.of(id)).stream().findFirst().orElseGet(() -> view(sets.get(id)));
    }

    /// Finds the names and types of these sets, in this order.
    ///
    /// @throws ProblemException 404 or 410 for the first of them that doesn't live
    @Transactional(readOnly = true)
    public List<TestSetReference> references(List<UUID> ids) {
        List<TestSetReference> found = InOrder.of(ids, sets.findReferences(ids), TestSetReference::id);
        Set<UUID> living = found.stream().map(TestSetReference::id).collect(toSet());
        ids.stream().filter(id -> !living.contains(id)).findFirst().ifPresent(sets::get);
        return found;
    }

    public TestSetView create(TestSetRequest request) {
        List<String> names = request.tagNames();
        TestSet set = sets.save(new TestSet(request, slug(request), typeId(request, false)));
        if (!names.isEmpty()) {
            tags.replace(TestSet.class, set.getId(), names);
        }
        return view(set);
    }

    TestSetView update(String key, Patch<TestSetRequest> change) {
        TestSet set = sets.getForUpdate(idOf(key));
        TestSetRequest request = change.applyTo(TestSetRequest.of(set), set.getVersion());
        // before the set changes, for the statements on tags would write it where a taken name is not expected
        if (change.mentions("tags") && tags.replace(TestSet.class, set.getId(), request.tagNames())) {
            set.touch();
        }
        set.change(request, slug(request), typeId(request, change.mentions("test_set_type_id")));
        return view(sets.save(set));
    }

    public TestSetView delete(String key, IfMatch ifMatch) {
        TestSet set = sets.getForUpdate(idOf(key));
        ifMatch.check(set.getVersion());
        TestSetView last = view(set);
        set.delete();
        sets.save(set);
        return last;
    }

    /// Resolves a key to the id of a living set; 404 or 410 without one.
    @Transactional(readOnly = true)
    public UUID requireId(String key) {
        return sets.get(idOf(key)).getId();
    }

    /// Resolves an id, nano id or slug to the id; an id is not looked up.
    ///
    /// @throws ProblemException 404 when there is no such nano id or slug
    @Transactional(readOnly = true)
    public UUID idOf(String key) {
        if (key.length() == LENGTH_OF_UUID) {
            try {
                return UUID.fromString(key);
            } catch (IllegalArgumentException notOne) {
                // a slug can be as long as a UUID
            }
        }
        return sets.findIdByNanoIdOrSlug(key)
                .orElseThrow(() -> Resources.notFound(TestSet.class, key).exception());
    }

    private String slug(TestSetRequest request) {
        if (request.slug() != null) {
            return request.slug();
        }
        return Slug.candidates(Slug.of(request.name(), "test-set", MAX_SLUG_LENGTH), MAX_SLUG_LENGTH)
                .filter(slug -> !sets.isSlugTaken(slug))
                .findFirst()
                .orElseThrow();
    }

    private UUID typeId(TestSetRequest request, boolean idSent) {
        NamedReference chosen = NamedReference.chosen(request.testSetTypeId(), idSent, request.testSetType());
        return lookups.require(
                        "TestSetType", chosen == null ? NamedReference.of(DEFAULT_TYPE) : chosen, "test_set_type")
                .getId();
    }

    private TestSetView view(TestSet set) {
        return views(List.of(set.getId())).getFirst();
    }

    private List<TestSetView> views(List<UUID> ids) {
        Map<UUID, List<TestSetContentView>> contents =
                sets.findContents(ids).stream().collect(groupingBy(TestSetContentView::testSetId));
        Attachments carried = attachments.of(TestSet.class, ids);
        Map<UUID, TestSetGeneration> generationById = generations.of(ids);
        return InOrder.of(ids, sets.findViews(ids), view -> view.set().getId()).stream()
                .map(view -> {
                    UUID id = view.set().getId();
                    TestSetMetadata metadata =
                            TestSetMetadata.of(contents.getOrDefault(id, List.of()), generationById.get(id));
                    return view.with(metadata, carried.of(id));
                })
                .toList();
    }
}
