package ai.rhesis.backend.classification;

import ai.rhesis.backend.query.Fields;
import ai.rhesis.backend.typelookup.TypeLookupService;
import org.springframework.stereotype.Service;

/// The topics of an organization.
@Service
public class TopicService extends ClassificationService<Topic> {

    private static final Fields FIELDS = fields("topics");

    TopicService(TopicRepository topics, TypeLookupService lookups) {
        super(FIELDS, topics, lookups, Topic::new);
    }
}
