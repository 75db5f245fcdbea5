package ai.rhesis.backend.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class FilterApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100%",
                "a_b",
                "back\\slash",
                "it's",
                "‘Ünïcödé’ 中文 😀",
                "a/b (c), d: e",
                "null",
                "true",
                "1=1; drop",
                "t: x",
                "it''s",
                " padded "
            })
    void everyCharacterOfAValueIsLiteral(String name) {
        api.create("/prompts", Map.of("content", "x", "name", name));
        api.create("/prompts", Map.of("content", "x", "name", "other1009 aXb backslash its"));
        String value = name.replace("'", "''");
        for (String function : List.of(
                "name eq '%s'",
                "contains(name,'%s')",
                "startswith(name, '%s')",
                "endswith(name,'%s')",
                "name in ('%s','nobody')",
                "not (name ne '%s')",
                "'%s' eq name")) {
            Answer found = filtered("/prompts", function.formatted(value));
            assertThat(found.texts("name")).as(function).containsExactly(name);
            assertThat(found.total()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "name eq 'a' | a",
                "name ne 'a' | b,none",
                "not (name eq 'a') | b,none",
                "not (name ne 'a') | a",
                "name eq null | none",
                "name ne null | a,b",
                "not (name eq null) | a,b",
                "name in ('a','b') | a,b",
                "not (name in ('a')) | b,none",
                "name gt 'a' | b",
                "not (name gt 'a') | a,none",
                "name ge 'a' and name lt 'b' | a",
                "name le 'a' or name eq null | a,none",
                "not contains(name,'a') | b,none",
                "not (name eq 'a' or name eq 'b') | none",
                "not (contains(content,'x') and name eq 'a') | b,none",
                "toupper(name) eq 'A' | a",
                "tolower(name) eq tolower('A') | a",
                "contains(tolower(name), 'a') | a",
                "startswith(toupper(name),'B') | b",
                "'a' lt name | b",
                "\"  name  eq 'a' \" | a",
                "id ne null and created_at gt 2020-01-01 | a,b,none",
                "created_at lt '2020-01-01T00:00:00Z' | ''",
                "created_at ge 2020-01-01T00:00:00.5+02:00 and updated_at le 2999-12-31 | a,b,none",
                "(((((((((((name eq 'a'))))))))))) | a",
                "status_id eq null | a,b,none",
                "status/name eq null and category/name eq null | a,b,none",
                "status/name ne 'New' | a,b,none",
                "not tags/any() | a,b,none"
            })
    void operatorsMeanWhatODataSays(String filter, String expected) {
        api.create("/prompts", Map.of("content", "x", "name", "a"));
        api.create("/prompts", Map.of("content", "x", "name", "b"));
        api.create("/prompts", Map.of("content", "x"));
        Answer found = filtered("/prompts", filter);
        assertThat(found.status()).as(found.json().toString()).isEqualTo(200);
        List<String> names = expected.equals("''")
                ? List.of()
                : List.of(expected.replace("none", "").split(",", -1));
        assertThat(found.texts("name")).containsExactlyInAnyOrderElementsOf(names);
        assertThat(found.total()).isEqualTo(names.size());
    }

    @Test
    void valuesMayBeQuotedOrNot() {
        String category = api.create("/categories", Map.of("name", "Safety"));
        String id = api.create("/prompts", Map.of("content", "x", "category_id", category));
        api.create("/models", Map.of("name", "m", "provider", "ollama", "model_name", "g", "dimension", 7));
        for (String quote : List.of("", "'")) {
            assertThat(filtered("/prompts", "id eq %s%s%s".formatted(quote, id, quote))
                            .texts("id"))
                    .containsExactly(id);
            assertThat(filtered("/prompts", "category_id in (%s%s%s)".formatted(quote, category, quote))
                            .texts("id"))
                    .containsExactly(id);
            assertThat(filtered("/models", "dimension ge %s7%s".formatted(quote, quote))
                            .total())
                    .isEqualTo(1);
            assertThat(filtered("/models", "is_protected eq %sfalse%s".formatted(quote, quote))
                            .total())
                    .isEqualTo(1);
            assertThat(filtered("/models", "is_protected ne %sfalse%s".formatted(quote, quote))
                            .total())
                    .isZero();
        }
    }

    @Test
    void linksLeadToOneOrMany() {
        String safety = api.create("/categories", Map.of("name", "Safety"));
        String tone = api.create("/categories", Map.of("name", "Tone"));
        String both = api.create("/prompts", Map.of("content", "both", "category_ids", List.of(safety, tone)));
        String none = api.create("/prompts", Map.of("content", "none"));
        api.post("/tags/Prompt/" + both, Map.of("name", "smoke"));
        api.post("/tags/Prompt/" + both, Map.of("name", "slow"));
        api.post("/tags/Category/" + safety, Map.of("name", "elsewhere"));
        Map<String, List<String>> expected = Map.ofEntries(
                Map.entry("category/name eq 'Safety'", List.of(both)),
                Map.entry("category/name eq 'Tone'", List.of()),
                Map.entry("category/name ne 'Safety'", List.of(none)),
                Map.entry("categories/any(c: c/name eq 'Tone')", List.of(both)),
                Map.entry("tags/any(t:t/name eq 'smoke')", List.of(both)),
                Map.entry("tags/any(t: t/name eq 'smoke') and tags/any(t : t/name eq 'slow')", List.of(both)),
                Map.entry("tags/any(t: t/name eq 'smoke' and t/name eq 'slow')", List.of()),
                Map.entry("_tags_relationship/any(t: t/tag/name eq 'smoke')", List.of(both)),
                Map.entry("_tags_relationship/any( t :  contains(tolower(t/tag/name), 'low') )", List.of(both)),
                Map.entry("tags/any(t: t/name eq 'elsewhere')", List.of()),
                Map.entry("tags/any()", List.of(both)),
                Map.entry("not tags/any(t: t/name eq 'smoke')", List.of(none)),
                Map.entry("tags/any(t: not (t/name eq 'smoke'))", List.of(both)),
                Map.entry("tags/any(t: categories/any(c: c/name eq 'Tone' and t/name eq 'slow'))", List.of(both)),
                Map.entry("tags/any(t: category/name eq 'Safety')", List.of(both)),
                Map.entry("user/email ne null and category_id eq " + safety, List.of(both)));
        expected.forEach((filter, ids) -> {
            Answer found = filtered("/prompts", filter);
            assertThat(found.status()).as(filter + found.json()).isEqualTo(200);
            assertThat(found.texts("id")).as(filter).containsExactlyElementsOf(ids);
            assertThat(found.total()).as(filter).isEqualTo(ids.size());
        });
        api.delete("/categories/" + safety);
        assertThat(filtered("/prompts", "category/name eq 'Safety'").size()).isZero();
        assertThat(filtered("/prompts", "category/name eq null").size()).isEqualTo(2);
    }

    @Test
    void deletedTagIsNoTag() {
        String prompt = api.create("/prompts", Map.of("content", "x"));
        String tag = api.post("/tags/Prompt/" + prompt, Map.of("name", "smoke")).id();
        assertThat(filtered("/prompts", "tags/any()").size()).isEqualTo(1);
        api.delete("/tags/" + tag);
        assertThat(filtered("/prompts", "tags/any()").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nope eq 'x' | 0",
                "name eq 'x' and nope eq 'x' | 16",
                "category/nope eq 'x' | 9",
                "tags/any(t: t/nope eq 'x') | 14",
                "organization/name eq 'x' | 0",
                "name eq 'x | 8",
                "name eq 'é' and  id eq 'no-uuid' | 23",
                "created_at gt 'yesterday' | 14",
                "created_at gt '0000-01-01' | 14",
                "length(name) eq 3 | 0",
                "name eq x' | 9",
                "name eq | 5",
                "name = 'x' | 5",
                "name eq 'a' name | 12",
                "$it/name eq 'x' | 0",
                "name eq @p | 8",
                "contains(id,'x') | 12",
                "id gt null | 0"
            })
    void errorSaysWhere(String filter, int position) {
        Answer refused = filtered("/prompts", filter);
        assertThat(refused.status()).as(filter).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo("$filter");
        assertThat(refused.at("position").asInt(-1))
                .as(refused.json().toString())
                .isEqualTo(position);
    }

    @Test
    void errorSaysWhatIsAllowed() {
        assertThat(allowed("/prompts", "nope eq 'x'"))
                .contains("name", "category/name", "tags/any(x: x/name eq …)")
                .doesNotContain("encrypted_key");
        assertThat(allowed("/models", "encrypted_key eq 'x'")).contains("name").doesNotContain("encrypted_key", "key");
        assertThat(allowed("/prompts", "soundex(name) eq 'x'")).contains("contains");
        assertThat(allowed("/models", "is_protected gt true")).containsExactly("eq", "in", "ne");
        assertThat(filtered("/users", "contains(settings,'x')").status()).isEqualTo(400);
        assertThat(filtered("/users", "settings ne null").status()).isEqualTo(400);
    }

    @Test
    void lengthDepthAndTermsAreBounded() {
        String longest = "name eq '" + "x".repeat(FilterText.MAX_LENGTH - 10) + "'";
        assertThat(filtered("/prompts", longest).status()).isEqualTo(200);
        assertThat(filtered("/prompts", longest + " ").status()).isEqualTo(400);
        assertThat(filtered("/prompts", "(".repeat(20) + "name eq 'x'" + ")".repeat(20))
                        .status())
                .isEqualTo(200);
        assertThat(filtered("/prompts", "(".repeat(21) + "name eq 'x'" + ")".repeat(21))
                        .status())
                .isEqualTo(400);
        assertThat(filtered("/prompts", "(".repeat(3900)).status()).isEqualTo(400);
        assertThat(filtered("/prompts", "not (".repeat(20) + "name eq 'x'" + ")".repeat(20))
                        .status())
                .isEqualTo(200);
        assertThat(filtered("/prompts", "not ".repeat(900)).status()).isEqualTo(400);
        assertThat(filtered("/prompts", "name eq 'x' or ".repeat(99) + "name eq 'x'")
                        .status())
                .isEqualTo(200);
        assertThat(filtered("/prompts", "name eq 'x' or ".repeat(100) + "name eq 'x'")
                        .status())
                .isEqualTo(400);
        assertThat(filtered("/prompts", "name eq '" + "''".repeat(1900) + "'").status())
                .isEqualTo(200);
        assertThat(filtered("/prompts", "name in (" + "'x',".repeat(199) + "'x')")
                        .status())
                .isEqualTo(200);
        assertThat(filtered("/prompts", "name in (" + "'x',".repeat(200) + "'x')")
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/prompts?$filter=name eq 'x'&$filter=name eq 'y'").status())
                .isEqualTo(400);
    }

    @Test
    void foreignValuesNeverMatch() {
        Api other = organizations.create();
        String secret = other.create("/categories", Map.of("name", "Secret"));
        String theirs = other.create("/prompts", Map.of("content", "secret", "category_id", secret));
        other.post("/tags/Prompt/" + theirs, Map.of("name", "secret"));
        String mine = api.create("/prompts", Map.of("content", "mine"));
        for (String filter : List.of(
                "id eq " + theirs,
                "category_id eq " + secret,
                "category/name eq 'Secret'",
                "tags/any(t: t/name eq 'secret')",
                "tags/any()",
                "contains(content,'secret')",
                "categories/any(c: c/id eq " + secret + ")")) {
            assertThat(filtered("/prompts", filter).total()).as(filter).isZero();
            assertThat(filtered("/prompts", "not (" + filter + ")").texts("id"))
                    .as(filter)
                    .containsExactly(mine);
        }
        String me = String.valueOf(api.get("/prompts/" + mine).text("organization_id"));
        assertThat(filtered("/prompts", "organization_id eq " + me).texts("id")).containsExactly(mine);
        assertThat(filtered("/prompts", "organization_id ne " + me).total()).isZero();
    }

    @Test
    void malformedFiltersAreRefusedAndNeverFail() {
        String[] pieces = {
            "name",
            "eq",
            "'x'",
            "(",
            ")",
            "and",
            "or",
            "not ",
            "tags/any(",
            "t:",
            "t/name",
            "in",
            ",",
            "null",
            "1",
            "true",
            "contains(",
            "tolower(",
            "/",
            " ",
            " ",
            " ",
            "'",
            "id",
            "category/name",
            "2024-01-01",
            "any",
            "all(",
            ":",
            "\\",
            "%",
            ";",
            "--",
            "$it",
            "\u0000",
            "é",
            "has",
            "add",
            "div",
            "eq null",
            "1e5",
            "-1",
            "''"
        };
        Random random = new Random(7);
        for (int i = 0; i < 1500; i++) {
            StringBuilder filter = new StringBuilder();
            for (int n = random.nextInt(1, 12); n > 0; n--) {
                filter.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
            }
            assertThat(filtered("/prompts", filter.toString()).status())
                    .as(filter.toString())
                    .isIn(200, 400);
        }
    }

    @Test
    void selectedKeysAreAnsweredAndTheIdWithThem() {
        String id = api.create("/prompts", Map.of("content", "x", "name", "n"));
        Answer list = api.get("/prompts?$select=name, status_id");
        assertThat(list.json().get(0).propertyNames()).containsExactlyInAnyOrder("id", "name", "status_id");
        assertThat(list.total()).isEqualTo(1);
        assertThat(api.get("/prompts/" + id + "?$select=content").json().propertyNames())
                .containsExactlyInAnyOrder("id", "content");
        Answer refused = api.get("/prompts?$select=name,nope");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo("$select");
        assertThat(refused.at("allowed_values").toString()).contains("\"categories\"");
        assertThat(api.get("/prompts?$select=").json().get(0).size()).isGreaterThan(10);
    }

    private Answer filtered(String path, String filter) {
        return api.get(path + "?limit=100&$filter={filter}", filter);
    }

    private List<String> allowed(String path, String filter) {
        Answer refused = filtered(path, filter);
        assertThat(refused.status()).isEqualTo(400);
        return refused.at("allowed_values")
                .valueStream()
                .map(node -> node.asString())
                .toList();
    }
}
