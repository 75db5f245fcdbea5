package ai.rhesis.backend.trace.review;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.annotation.tag.Taggable;
import ai.rhesis.backend.platform.persistence.Resource;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/// A span as an object that people put annotations on; clients call it a trace.
@Entity
@Immutable
@Table(name = "span")
@Resource(name = "Trace", path = "/telemetry/spans", restorable = false)
class AnnotatedSpan implements Taggable, Subject {

    @Id
    private UUID id;

    @TenantId
    @Column(updatable = false)
    private UUID organizationId;

    protected AnnotatedSpan() {}

    @Override
    public UUID getId() {
        return id;
    }
}
