package ai.rhesis.backend.suite.classification;

interface CategoryRepository extends ClassificationRepository<Category> {}
