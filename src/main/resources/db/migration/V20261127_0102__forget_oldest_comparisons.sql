-- Answers of comparisons go with the runs that they are about. Whoever asks ever new questions about one run, or reviews it for
-- years, has the newest answers of it; the oldest are deleted, and pairings of which nothing is left.
grant delete on app.comparison, app.pairing to app_runtime;
