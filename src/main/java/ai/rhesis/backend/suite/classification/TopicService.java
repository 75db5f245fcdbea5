package ai.rhesis.backend.suite.classification;

import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.platform.query.Fields;
import org.springframework.stereotype.Service;

/// The topics of an organization.
@Service
public class TopicService extends ClassificationService<Topic> {

    private static final Fields FIELDS = fields("topics");

    TopicService(TopicRepository topics, TypeLookupService lookups) {
        super(FIELDS, topics, lookups, Topic::new);
    }
}
