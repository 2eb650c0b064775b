CREATE TABLE eventstore.events (
  position bigint PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  revision bigint NOT NULL,
  id uuid NOT NULL,
  type text COLLATE "C" NOT NULL,
  is_json boolean NOT NULL,
  -- 100 ns ticks since the Unix epoch, as the protocol sends it
  created bigint NOT NULL,
  data bytea NOT NULL,
  metadata bytea NOT NULL,
  UNIQUE (stream, revision)
);

-- A repeated append with expected revision `any` is recognised by its ids.
CREATE INDEX events_id ON eventstore.events (id);

-- One row. Every write holds it FOR SHARE and compares the epoch, so a writer that was replaced can write no more.
CREATE TABLE eventstore.writer (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  epoch bigint NOT NULL
);
INSERT INTO eventstore.writer (epoch) VALUES (0);
