package bare;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/// The one entity.
@Entity
public class Note {

    @Id
    UUID id;

    String content;
}
