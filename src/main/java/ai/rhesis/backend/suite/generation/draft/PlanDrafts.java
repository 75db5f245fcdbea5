package ai.rhesis.backend.suite.generation.draft;

import static ai.rhesis.backend.integration.provider.AnswerItems.text;

import ai.rhesis.backend.integration.chat.TokenMeter;
import ai.rhesis.backend.integration.provider.AnswerItems;
import ai.rhesis.backend.integration.provider.Chat;
import ai.rhesis.backend.integration.provider.GenerationCalls;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.integration.provider.StructuredReplies;
import ai.rhesis.backend.integration.provider.StructuredReply;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.workspace.project.Project;
import ai.rhesis.backend.workspace.project.ProjectService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Plans that a model makes: which requirements of the organization to test, in which categories and topics.
@Component
class PlanDrafts {

    private final RequirementNames requirements;
    private final ProjectService projects;
    private final StructuredReplies replies;
    private final TokenMeter meter;

    PlanDrafts(RequirementNames requirements, ProjectService projects, StructuredReplies replies, TokenMeter meter) {
        this.requirements = requirements;
        this.projects = projects;
        this.replies = replies;
        this.meter = meter;
    }

    /// Reads what the model has to know; what is wrong with the request is told here.
    ///
    /// @throws ProblemException 422 on `project_id` when there is no such project
    PlanBrief brief(PlanRequest request) {
        return new PlanBrief(request, requirements.all(), project(request.projectId()));
    }

    private @Nullable Project project(@Nullable UUID id) {
        try {
            return id == null ? null : projects.get(id).project();
        } catch (ProblemException gone) {
            throw Problem.invalid("project_id", "does not exist").exception();
        }
    }

    /// @throws ProblemException when there is no answer, or it holds no plan
    TestPlan plan(PlanBrief brief, ModelSnapshot model) {
        Chat chat = new Chat(brief.ask(), Map.of(), PlanBrief.schema());
        StructuredReply reply = GenerationCalls.within(() -> replies.ask(
                model, chat, answer -> AnswerItems.in(answer, PlanBrief::isPlan).getFirst()));
        meter.count(reply.usage());
        if (reply.content() == null) {
            throw GenerationCalls.unusable(reply.problem()).exception();
        }
        return plan(reply.content(), brief.requirements());
    }

    private static TestPlan plan(JsonNode answer, Map<String, String> known) {
        List<TestPlan.Item> chosen = items(answer.path("requirements"))
                .flatMap(item -> Stream.ofNullable(known(item, known)))
                .toList();
        return new TestPlan(
                distinct(chosen.isEmpty() ? first(known) : chosen.stream()),
                distinct(items(answer.path("topics"))),
                distinct(items(answer.path("categories"))));
    }

    private static Stream<TestPlan.Item> first(Map<String, String> known) {
        return known.entrySet().stream()
                .limit(PlanBrief.MAX_ITEMS)
                .map(requirement -> new TestPlan.Item(requirement.getKey(), requirement.getValue(), true));
    }

    /// Returns a requirement under the name that it has here; null when there is none of this name.
    private static TestPlan.@Nullable Item known(TestPlan.Item item, Map<String, String> known) {
        String name = RequirementNames.meant(known, item.name());
        return name == null ? null : new TestPlan.Item(name, item.description(), item.active());
    }

    private static Stream<TestPlan.Item> items(JsonNode list) {
        return list.valueStream()
                .map(PlanDrafts::item)
                .filter(item -> !item.name().isEmpty());
    }

    private static TestPlan.Item item(JsonNode told) {
        String name = told.isObject() ? text(told.path("name")) : text(told);
        String description = told.isObject() ? text(told.path("description")) : "";
        boolean isOff = text(told.path("active")).equalsIgnoreCase("false");
        return new TestPlan.Item(cut(name, 255), cut(description, 2_000), !isOff);
    }

    private static List<TestPlan.Item> distinct(Stream<TestPlan.Item> items) {
        Map<String, TestPlan.Item> byName = new LinkedHashMap<>();
        items.limit(PlanBrief.MAX_ITEMS).forEach(item -> byName.putIfAbsent(item.name(), item));
        return List.copyOf(byName.values());
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
