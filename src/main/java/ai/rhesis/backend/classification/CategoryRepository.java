package ai.rhesis.backend.classification;

interface CategoryRepository extends ClassificationRepository<Category> {}
