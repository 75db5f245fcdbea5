package ai.rhesis.backend.portal.recycle;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class BulkRestoreTests {

    @Autowired
    Organizations organizations;

    private Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void deletedObjectsComeBack() {
        String first = deletedTag("first");
        String second = deletedTag("second");
        Answer answer = restore(first, second, first);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(ids(answer, "restored")).containsExactlyInAnyOrder(first, second);
        assertThat(answer.at("summary").toString())
                .isEqualTo("{\"total_requested\":2,\"restored\":2,\"failed\":0,\"not_found\":0}");
        assertThat(api.get("/tags/" + first).status()).isEqualTo(200);
    }

    @Test
    void whatIsNotInTheBinIsNotFound() {
        String living = api.create("/tags", Map.of("name", "living"));
        String unknown = UUID.randomUUID().toString();
        assertThat(ids(restore(living, unknown), "not_found")).containsExactly(living, unknown);
    }

    @Test
    void aConflictKeepsOnlyItsOwnInTheBin() {
        String taken = deletedTag("taken");
        String free = deletedTag("free");
        String living = api.create("/tags", Map.of("name", "taken"));
        Answer answer = restore(taken, free);
        assertThat(ids(answer, "restored")).containsExactly(free);
        assertThat(answer.text("results.failed.0.id")).isEqualTo(taken);
        assertThat(answer.text("results.failed.0.existing_id")).isEqualTo(living);
        assertThat(answer.text("results.failed.0.error")).contains("name");
        assertThat(api.get("/tags/" + taken).status()).isEqualTo(410);
    }

    @Test
    void ofTwoWithOneNameTheFirstComesBack() {
        String first = deletedTag("same");
        String second = deletedTag("same");
        Answer answer = restore(first, second);
        assertThat(ids(answer, "restored")).containsExactly(first);
        assertThat(answer.text("results.failed.0.existing_id")).isEqualTo(first);
    }

    @Test
    void theIdsMayStandInAListOrInAnObject() {
        String first = deletedTag("first");
        String second = deletedTag("second");
        assertThat(ids(api.post("/recycle/bulk-restore/tag", List.of(first)), "restored"))
                .containsExactly(first);
        Answer answer = api.post("/recycle/bulk-restore/tag", Map.of("item_ids", List.of(second)));
        assertThat(ids(answer, "restored")).containsExactly(second);
        assertThat(answer.text("message")).isNotBlank();
    }

    @Test
    void badRequestsAreNamed() {
        assertThat(api.post("/recycle/bulk-restore/tag", Map.of()).badFields()).containsExactly("body.ids");
        assertThat(api.post("/recycle/bulk-restore/tag", Map.of("ids", List.of("x")))
                        .badFields())
                .containsExactly("body.ids.0");
        for (int count : new int[] {0, 101}) {
            List<UUID> ids = Collections.nCopies(count, UUID.randomUUID());
            for (Object body : new Object[] {ids, Map.of("ids", ids), Map.of("item_ids", ids)}) {
                Answer refused = api.post("/recycle/bulk-restore/tag", body);
                assertThat(refused.status()).isEqualTo(400);
                assertThat(refused.text("field")).isEqualTo("ids");
            }
        }
        assertThat(api.post("/recycle/bulk-restore/nothing", Map.of("ids", List.of(UUID.randomUUID())))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void otherOrganizationRestoresNothing() {
        String tag = deletedTag("mine");
        Answer answer = organizations.create().post("/recycle/bulk-restore/tag", Map.of("ids", List.of(tag)));
        assertThat(ids(answer, "not_found")).containsExactly(tag);
        assertThat(api.get("/tags/" + tag).status()).isEqualTo(410);
    }

    private Answer restore(String... ids) {
        return api.post("/recycle/bulk-restore/tag", Map.of("ids", ids));
    }

    private String deletedTag(String name) {
        String id = api.create("/tags", Map.of("name", name));
        api.delete("/tags/" + id);
        return id;
    }

    private static List<String> ids(Answer answer, String outcome) {
        return answer.at("results." + outcome)
                .valueStream()
                .map(id -> id.asString())
                .toList();
    }
}
