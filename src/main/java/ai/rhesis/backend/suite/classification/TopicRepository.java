package ai.rhesis.backend.suite.classification;

interface TopicRepository extends ClassificationRepository<Topic> {}
