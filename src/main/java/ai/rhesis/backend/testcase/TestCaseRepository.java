package ai.rhesis.backend.testcase;

import ai.rhesis.backend.persistence.TenantRepository;
import ai.rhesis.backend.prompt.PromptReference;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;

interface TestCaseRepository extends TenantRepository<TestCase> {

    /// The single read has its own condition: Hibernate translates a query anew for each list of ids, this one once.
    String VIEW = """
            select new ai.rhesis.backend.testcase.TestCaseView(
                t,
                new ai.rhesis.backend.prompt.PromptReference(
                    p.id, p.nanoId, p.content, p.languageCode, p.expectedResponse),
                new ai.rhesis.backend.typelookup.TypeReference(y.id, y.nanoId, y.typeName, y.typeValue),
                new ai.rhesis.backend.query.Reference(c.id, c.nanoId, c.name),
                new ai.rhesis.backend.query.Reference(o.id, o.nanoId, o.name),
                new ai.rhesis.backend.query.Reference(r.id, r.nanoId, r.name),
                new ai.rhesis.backend.query.Reference(s.id, s.nanoId, s.name),
                new ai.rhesis.backend.user.UserReference(u.id, u.nanoId, u.name, u.email),
                new ai.rhesis.backend.user.UserReference(w.id, w.nanoId, w.name, w.email),
                new ai.rhesis.backend.user.UserReference(a.id, a.nanoId, a.name, a.email))
            from TestCase t
            left join Prompt p on p.id = t.promptId
            left join TypeLookup y on y.id = t.testTypeId
            left join Category c on c.id = t.categoryId
            left join Topic o on o.id = t.topicId
            left join Requirement r on r.id = t.requirementId
            left join Status s on s.id = t.statusId
            left join User u on u.id = t.userId
            left join User w on w.id = t.ownerId
            left join User a on a.id = t.assigneeId
            """;

    @Query(VIEW + "where t.id = :id")
    Optional<TestCaseView> findView(UUID id);

    @Query(VIEW + "where t.id in :ids")
    List<TestCaseView> findViews(Collection<UUID> ids);

    @Query("""
            select new ai.rhesis.backend.prompt.PromptReference(
                p.id, p.nanoId, p.content, p.languageCode, p.expectedResponse)
            from Prompt p
            where p.id = :id
            """)
    Optional<PromptReference> findPrompt(UUID id);
}
