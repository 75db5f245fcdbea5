package ai.rhesis.backend.classification;

interface TopicRepository extends ClassificationRepository<Topic> {}
