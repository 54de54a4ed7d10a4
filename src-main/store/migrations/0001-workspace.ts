/** The first schema: workspace facts, plan versions, ledger, bundles, drafts, enrolment and one projection. */
export const workspaceTables = `
CREATE TABLE fact (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE plan_version (
  plan TEXT NOT NULL, version INTEGER NOT NULL, digest TEXT NOT NULL, bytes BLOB NOT NULL,
  bundle TEXT, PRIMARY KEY (plan, version)
) STRICT, WITHOUT ROWID;

-- The ledger. Canonical bytes as text; the columns repeat what queries need. Rows are numbered as they come, so that
-- writing them appends: in the order of their ids, which are digests, every one would touch another page.
CREATE TABLE record (
  no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  family TEXT NOT NULL CHECK (family IN ('revision', 'decision')),
  unit TEXT NOT NULL, period TEXT NOT NULL, item TEXT NOT NULL,
  device TEXT NOT NULL, plan_version INTEGER NOT NULL, local INTEGER NOT NULL, canonical TEXT NOT NULL
) STRICT;
CREATE INDEX record_subject ON record (unit, period, item);

CREATE TABLE bundle (
  no INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, unit TEXT, device TEXT NOT NULL, sequence INTEGER NOT NULL,
  previous TEXT, revisions INTEGER NOT NULL, plan_version INTEGER NOT NULL, created_at TEXT NOT NULL, received_at TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('admitted', 'held', 'own')), late INTEGER NOT NULL,
  manifest TEXT NOT NULL, file TEXT, report TEXT NOT NULL
) STRICT;
CREATE INDEX bundle_sequence ON bundle (device, kind, unit, sequence);

-- Original bytes of bundles, decrypted, as far as they are small: with the ledger, in one transaction. Large ones
-- lie in the archive folder.
CREATE TABLE archived_bundle (digest TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

-- Which bundles hold a record: the ledger is the union of the admitted ones and of what was made here.
CREATE TABLE bundle_record (
  bundle INTEGER NOT NULL REFERENCES bundle (no), record INTEGER NOT NULL REFERENCES record (no),
  PRIMARY KEY (record, bundle)
) STRICT, WITHOUT ROWID;
CREATE INDEX bundle_record_bundle ON bundle_record (bundle);

-- Files as they were handed over, so that one that comes again is known without being read through.
CREATE TABLE taken_file (
  sha256 TEXT PRIMARY KEY, bundle INTEGER NOT NULL REFERENCES bundle (no) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX taken_file_bundle ON taken_file (bundle);

CREATE TABLE quarantine (
  sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, reason TEXT NOT NULL, received_at TEXT NOT NULL,
  report TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE trusted_root (fingerprint TEXT PRIMARY KEY, pinned_at TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE certificate (
  serial INTEGER NOT NULL, root TEXT NOT NULL, device TEXT NOT NULL, unit TEXT, role TEXT NOT NULL,
  certificate TEXT NOT NULL, signature BLOB NOT NULL, granted_at TEXT NOT NULL,
  PRIMARY KEY (root, serial)
) STRICT, WITHOUT ROWID;

CREATE TABLE enrol_request (
  device TEXT PRIMARY KEY, unit TEXT NOT NULL, bundle TEXT NOT NULL REFERENCES bundle (digest),
  request TEXT NOT NULL, received_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE revocation_list (
  digest TEXT PRIMARY KEY, canonical TEXT NOT NULL, signature BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What receipts said of bundles, many of which may be unknown here.
CREATE TABLE receipt_line (
  bundle TEXT NOT NULL, receipt INTEGER NOT NULL REFERENCES bundle (no) ON DELETE CASCADE,
  status TEXT NOT NULL, reason TEXT, received_at TEXT NOT NULL, PRIMARY KEY (bundle, receipt)
) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_line_receipt ON receipt_line (receipt);

CREATE TABLE draft (
  period TEXT NOT NULL, item TEXT NOT NULL, body TEXT NOT NULL, saved_at TEXT NOT NULL, author TEXT NOT NULL,
  PRIMARY KEY (period, item)
) STRICT, WITHOUT ROWID;

-- Disposable: rebuilt from the ledger at any time; a test proves that rebuilding equals keeping it up.
CREATE TABLE subject (
  unit TEXT NOT NULL, period TEXT NOT NULL, item TEXT NOT NULL, status TEXT NOT NULL,
  current TEXT, current_body TEXT, accepted TEXT, accepted_body TEXT, verified INTEGER NOT NULL,
  decision TEXT, outcome TEXT, undecided INTEGER NOT NULL, incomplete INTEGER NOT NULL,
  PRIMARY KEY (unit, period, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX subject_item ON subject (item, period);
`;
