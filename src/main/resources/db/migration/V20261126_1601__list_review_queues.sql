-- Queues are listed with the newest first.
create index review_queue_page on app.review_queue (organization_id, created_at desc, id desc);
