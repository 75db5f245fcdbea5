package ai.rhesis.backend.annotation.tag;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.persistence.NamedId;
import ai.rhesis.backend.platform.persistence.Resources;
import ai.rhesis.backend.platform.persistence.StatisticsQueries;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tags and the objects of every kind that carry them.
@Service
@Transactional
public class TagService {

    /// The type whose objects carry tags elsewhere and not here.
    private static final String OTHER_TYPE = "PromptTemplate";

    private final TagRepository tags;
    private final AssignedTagQueries assigned;
    private final Directory directory;
    private final StatisticsQueries statistics;

    TagService(TagRepository tags, AssignedTagQueries assigned, Directory directory, StatisticsQueries statistics) {
        this.tags = tags;
        this.assigned = assigned;
        this.directory = directory;
        this.statistics = statistics;
    }

    @Transactional(readOnly = true)
    public Listing<Tag> list(ListRequest request) {
        return tags.list(request, TagFields.ALL, Restriction.none());
    }

    @Transactional(readOnly = true)
    public Tag get(UUID id) {
        return tags.get(id);
    }

    /// Makes a tag; the name of an existing one, in whatever case, is that one.
    Tag create(TagRequest request) {
        return tags.findByNameInAnyCase(request.name()).orElseGet(() -> tags.save(new Tag(request)));
    }

    Tag update(UUID id, Patch<TagRequest> change) {
        Tag tag = tags.getForUpdate(id);
        tag.change(change.applyTo(TagRequest.of(tag), tag.getVersion()));
        return tags.save(tag);
    }

    Tag delete(UUID id, IfMatch ifMatch) {
        Tag tag = tags.getForUpdate(id);
        ifMatch.check(tag.getVersion());
        tag.delete();
        return tags.save(tag);
    }

    /// Puts a tag on an object, making the tag where the name is new; doing it twice changes nothing.
    Tag assign(String type, UUID entityId, TagRequest request) {
        requireTaggable(type, entityId);
        Tag tag = findOrCreate(request);
        tags.assign(tag.getId(), type, entityId);
        return tag;
    }

    /// Takes a tag off an object; the tag itself stays.
    void unassign(String type, UUID entityId, UUID tagId) {
        requireTaggable(type, entityId);
        tags.get(tagId);
        if (tags.unassign(tagId, type, entityId) == 0) {
            throw Resources.notFound(Tag.class, tagId).exception();
        }
    }

    /// Makes these the tags of an object, and no others, making tags where a name is new.
    ///
    /// @return whether that changed anything
    public boolean replace(Class<? extends Taggable> type, UUID entityId, Collection<String> names) {
        Set<UUID> before = tagsOf(type, entityId).stream().map(TagReference::id).collect(toSet());
        Set<UUID> after = names.stream()
                .map(name -> findOrCreate(new TagRequest(null, name, null)).getId())
                .collect(toSet());
        after.stream()
                .filter(id -> !before.contains(id))
                .forEach(id -> tags.assign(id, Resources.name(type), entityId));
        before.stream()
                .filter(id -> !after.contains(id))
                .forEach(id -> tags.unassign(id, Resources.name(type), entityId));
        return !before.equals(after);
    }

    /// Puts tags on many tests in a handful of statements, making tags where a name is new.
    ///
    /// @param names of each test, stripped
    public void assignToTests(Map<UUID, List<String>> names) {
        Set<String> distinct = names.values().stream().flatMap(List::stream).collect(toCollection(LinkedHashSet::new));
        Map<String, UUID> ids = NamedId.foundOrMade(distinct, tags::findIds, tags::insertUnlessThere);
        List<UUID> tagIds = new ArrayList<>();
        List<UUID> testIds = new ArrayList<>();
        names.forEach((testId, own) -> own.forEach(name -> {
            tagIds.add(Objects.requireNonNull(ids.get(name)));
            testIds.add(testId);
        }));
        if (!tagIds.isEmpty()) {
            tags.assignToTests(tagIds.toArray(UUID[]::new), testIds.toArray(UUID[]::new));
            statistics.refresh();
        }
    }

    @Transactional(readOnly = true)
    public List<TagReference> tagsOf(Class<? extends Taggable> type, UUID entityId) {
        return tagsOf(type, List.of(entityId)).getOrDefault(entityId, List.of());
    }

    /// Reads the tags of many objects of one type in one query.
    @Transactional(readOnly = true)
    public Map<UUID, List<TagReference>> tagsOf(Class<? extends Taggable> type, Collection<UUID> entityIds) {
        return entityIds.isEmpty() ? Map.of() : assigned.find(Resources.name(type), entityIds);
    }

    /// Declares the links from objects of a type to their tags, under the new name and the old.
    public static Link[] linksOf(Class<? extends Taggable> type) {
        Fields asBefore = Fields.none().with(Link.toItself("tag", TagFields.LINKED));
        return new Link[] {
            Link.toMany("tags", Tag.class, TagFields.LINKED, carriedBy(Resources.name(type))),
            Link.toMany("_tags_relationship", Tag.class, asBefore, carriedBy(Resources.name(type)))
        };
    }

    private static Link.Membership carriedBy(String type) {
        return (item, tag, query, builder) -> {
            Root<TaggedItem> tagged = query.from(TaggedItem.class);
            return builder.and(
                    builder.equal(tagged.get("tagId"), tag.get("id")),
                    builder.equal(tagged.get("entityType"), type),
                    builder.equal(tagged.get("entityId"), item.get("id")));
        };
    }

    private Tag findOrCreate(TagRequest request) {
        String name = request.name().strip();
        return tags.findByNameInAnyCase(name).orElseGet(() -> {
            tags.insertUnlessThere(BaseEntity.newId(), name, request.iconUnicode());
            return tags.findByNameInAnyCase(name).orElseThrow();
        });
    }

    private void requireTaggable(String type, UUID entityId) {
        Class<? extends Taggable> taggable = directory
                .typeWith(Taggable.class, type)
                .orElseThrow(() -> untaggable(type).exception());
        directory.requireLiving(taggable, entityId);
    }

    private Problem untaggable(String type) {
        return OTHER_TYPE.equals(type)
                ? Problem.notFound(type + " not found")
                        .with("message", "Objects of the type " + type + " carry no tags here.")
                : Problem.badRequest(
                        "entity_type", "Objects of this type carry no tags", directory.namesWith(Taggable.class));
    }
}
