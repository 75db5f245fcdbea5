package ai.rhesis.backend.suite.classification;

import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import org.springframework.stereotype.Service;

/// The topics of an organization.
@Service
public class TopicService extends ClassificationService<Topic> {

    TopicService(TopicRepository topics, TypeLookupService lookups) {
        super(ClassificationFields.TOPICS, topics, lookups, Topic::new);
    }
}
