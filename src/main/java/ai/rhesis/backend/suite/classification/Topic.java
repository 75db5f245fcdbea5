package ai.rhesis.backend.suite.classification;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.platform.persistence.Resource;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/// The subject of a test or prompt, such as `Insurance`.
@Entity
@Table(name = "topic")
@Resource(name = "Topic", path = "/topics")
public class Topic extends Classification implements Subject {

    protected Topic() {}

    Topic(ClassificationRequest request) {
        super(request);
    }
}
