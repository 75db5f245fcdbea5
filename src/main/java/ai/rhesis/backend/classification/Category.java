package ai.rhesis.backend.classification;

import ai.rhesis.backend.persistence.Resource;
import ai.rhesis.backend.subject.Subject;
import ai.rhesis.backend.tag.Taggable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/// What kind of thing a test or prompt is about, such as `Harmful`.
@Entity
@Table(name = "category")
@Resource(name = "Category", path = "/categories")
public class Category extends Classification implements Taggable, Subject {

    protected Category() {}

    Category(ClassificationRequest request) {
        super(request);
    }
}
