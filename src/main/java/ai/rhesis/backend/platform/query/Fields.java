package ai.rhesis.backend.platform.query;

import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.timestamp;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.platform.problem.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The fields by which a client may sort and filter a list, and the default length of a page.
///
/// Nothing else of an entity can be reached from outside.
public final class Fields {

    private static final String CREATED_AT = "created_at";
    private static final String COUNT = "_count";

    private final String resource;
    private final int defaultLimit;
    private final Map<String, Field> byName = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private @Nullable Field defaultOrder;

    private Fields(String resource, int defaultLimit) {
        this.resource = resource;
        this.defaultLimit = defaultLimit;
    }

    /// Declares the fields that every object has, and these; `resource` is the path of the list without its slash.
    public static Fields of(String resource, int defaultLimit, Field... fields) {
        Fields all = linked(fields);
        Fields named = new Fields(resource, defaultLimit);
        named.byName.putAll(all.byName);
        named.add(timestamp(CREATED_AT).indexedInOrder(), timestamp("updated_at"));
        return named;
    }

    /// Declares the fields of an object that those which link to it can use: its ids, and these.
    public static Fields linked(Field... fields) {
        return new Fields("", 0)
                .add(uuid("id").indexedInOrder(), text("nano_id"))
                .add(fields);
    }

    /// Declares these fields alone, under the names that they have elsewhere.
    public static Fields only(Field... fields) {
        return none().add(fields);
    }

    /// Declares no fields, for an object of which only the links are used.
    public static Fields none() {
        return new Fields("", 0);
    }

    /// Adds the fields that only objects of an organization have.
    public Fields owned() {
        return add(uuid("organization_id"), uuid("user_id").indexed());
    }

    public Fields with(Link... more) {
        Arrays.stream(more).forEach(link -> links.put(link.name(), link));
        return this;
    }

    /// Returns the same fields with another default order, that of this field.
    public Fields inOrder(Field order) {
        Fields ordered = new Fields(resource, defaultLimit).add(byName.values().toArray(Field[]::new));
        ordered.links.putAll(links);
        ordered.defaultOrder = order;
        return ordered.add(order);
    }

    /// Returns the same fields without sorting and ranges, for an object further away than an index reaches.
    public Fields unindexed() {
        return none().add(byName.values().stream().map(Field::unindexed).toArray(Field[]::new));
    }

    private Fields add(Field... more) {
        Arrays.stream(more).forEach(field -> byName.put(field.name(), field));
        return this;
    }

    public int limit(ListRequest request) {
        Integer limit = request.limit();
        return limit == null ? defaultLimit : limit;
    }

    /// Returns the order that the client asks for, else the default.
    ///
    /// @throws ProblemException when the field is not declared
    public Sort sort(ListRequest request) {
        if (request.sortBy() == null && defaultOrder != null) {
            return new Sort(defaultOrder, request.direction() != Sort.Direction.DESC, null);
        }
        boolean isAscending = request.direction() == Sort.Direction.ASC;
        String name = request.sortBy() == null ? CREATED_AT : request.sortBy();
        if (name.endsWith(COUNT)
                && links.get(name.substring(0, name.length() - COUNT.length())) instanceof Link.Many many) {
            return new Sort(Field.number(name), isAscending, many);
        }
        Field field = sortable(name);
        if (field == null) {
            throw Problem.badRequest("sort_by", "sort_by must be a field of this list", sortable())
                    .exception();
        }
        return new Sort(field, isAscending, null);
    }

    /// Finds a field by its name, or by the path to it along links to one object each: `category.name`. A link alone
    /// means the name of its object.
    private @Nullable Field sortable(String path) {
        int end = path.indexOf('.');
        if (end < 0) {
            boolean isLink = !byName.containsKey(path) && links.get(path) instanceof Link.One;
            return isLink ? sortable(path + ".name") : byName.get(path);
        }
        if (!(links.get(path.substring(0, end)) instanceof Link.One link)) {
            return null;
        }
        Field linked = link.fields().sortable(path.substring(end + 1));
        return linked == null ? null : linked.at(path, link.reach());
    }

    /// Returns all names that a list can be sorted by, for messages.
    private Set<String> sortable() {
        Set<String> names = new LinkedHashSet<>(byName.keySet());
        for (Link link : links.values()) {
            switch (link) {
                case Link.Many many -> names.add(many.name() + COUNT);
                case Link.One one -> one.fields().sortable().forEach(name -> names.add(one.name() + "." + name));
            }
        }
        return names;
    }

    /// Returns the restriction of the client's filter; everything without one.
    ///
    /// @throws ProblemException 400 that says where and what is allowed
    public <T> Restriction<T> filter(ListRequest request) {
        String filter = request.filter();
        return filter == null || filter.isBlank() ? Restriction.none() : new Filter<>(filter, this);
    }

    public String resource() {
        return resource;
    }

    Collection<Field> all() {
        return byName.values();
    }

    Collection<Link> links() {
        return links.values();
    }

    Field field(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    Link link(String name) {
        return Objects.requireNonNull(links.get(name), name);
    }

    /// Returns all names that a filter may begin with here, for messages.
    Set<String> reachable() {
        Set<String> names = new TreeSet<>(byName.keySet());
        for (Link link : links.values()) {
            String format = link instanceof Link.Many ? "%s/any(x: x/%s eq …)" : "%s/%s";
            link.fields().reachable().forEach(name -> names.add(String.format(format, link.name(), name)));
        }
        return names;
    }
}
