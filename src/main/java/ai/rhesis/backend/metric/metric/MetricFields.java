package ai.rhesis.backend.metric.metric;

import static ai.rhesis.backend.platform.query.Field.bool;
import static ai.rhesis.backend.platform.query.Field.decimal;
import static ai.rhesis.backend.platform.query.Field.longText;
import static ai.rhesis.backend.platform.query.Field.text;
import static ai.rhesis.backend.platform.query.Field.uuid;

import ai.rhesis.backend.annotation.comment.CommentFields;
import ai.rhesis.backend.annotation.status.Status;
import ai.rhesis.backend.annotation.status.StatusFields;
import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.annotation.task.TaskFields;
import ai.rhesis.backend.annotation.typelookup.TypeLookup;
import ai.rhesis.backend.annotation.typelookup.TypeLookupFields;
import ai.rhesis.backend.identity.user.User;
import ai.rhesis.backend.identity.user.UserFields;
import ai.rhesis.backend.integration.model.Model;
import ai.rhesis.backend.integration.model.ModelFields;
import ai.rhesis.backend.platform.query.Fields;
import ai.rhesis.backend.platform.query.Link;

/// The fields by which metrics are filtered and sorted.
final class MetricFields {

    /// Fields in the filters of other lists.
    static final Fields LINKED = Fields.linked(
            text("name").keyed("nameKey"), longText("description"), text("score_type"), text("class_name"));

    static final Fields ALL = Fields.of(
                    "metrics",
                    20,
                    text("name").keyed("nameKey"),
                    longText("description"),
                    longText("evaluation_prompt"),
                    longText("evaluation_steps"),
                    longText("reasoning"),
                    longText("evaluation_examples"),
                    text("score_type"),
                    decimal("min_score"),
                    decimal("max_score"),
                    decimal("threshold"),
                    text("threshold_operator"),
                    uuid("metric_type_id").indexed(),
                    uuid("backend_type_id").indexed(),
                    text("class_name"),
                    bool("ground_truth_required"),
                    bool("context_required"),
                    uuid("model_id").indexed(),
                    longText("explanation"),
                    uuid("status_id").indexed(),
                    uuid("owner_id").indexed(),
                    uuid("assignee_id").indexed())
            .owned()
            .with(
                    Link.toOne("metric_type", TypeLookup.class, TypeLookupFields.LINKED),
                    Link.toOne("backend_type", TypeLookup.class, TypeLookupFields.LINKED),
                    Link.toOne("model", Model.class, ModelFields.LINKED),
                    Link.toOne("status", Status.class, StatusFields.LINKED),
                    Link.toOne("user", User.class, UserFields.LINKED),
                    Link.toOne("owner", User.class, UserFields.LINKED),
                    Link.toOne("assignee", User.class, UserFields.LINKED),
                    RequirementMetric.linkToRequirements("requirements"))
            .with(TagService.linksOf(Metric.class))
            .with(CommentFields.linkOf(Metric.class), TaskFields.linkOf(Metric.class));

    private MetricFields() {}
}
