package ai.rhesis.backend.classification;

import ai.rhesis.backend.typelookup.TypeLookupService;
import org.springframework.stereotype.Service;

/// The topics of an organization.
@Service
public class TopicService extends ClassificationService<Topic> {

    TopicService(TopicRepository topics, TypeLookupService lookups) {
        super(topics, lookups, Topic::new);
    }
}
