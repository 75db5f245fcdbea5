package ai.rhesis.backend.suite.classification;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.annotation.tag.Taggable;
import ai.rhesis.backend.platform.persistence.Resource;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/// A kind of thing that a test or prompt is about, such as `Harmful`.
@Entity
@Table(name = "category")
@Resource(name = "Category", path = "/categories")
public class Category extends Classification implements Taggable, Subject {

    protected Category() {}

    Category(ClassificationRequest request) {
        super(request);
    }
}
