/** The first schema: workspace facts, plan versions, ledger, bundles, drafts, enrolment and one projection. */
export const workspaceTables = `
CREATE TABLE fact (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE plan_version (
  plan TEXT NOT NULL, version INTEGER NOT NULL, digest TEXT NOT NULL, bytes BLOB NOT NULL,
  bundle TEXT, PRIMARY KEY (plan, version)
) STRICT, WITHOUT ROWID;

-- The ledger. Canonical bytes as text; the columns repeat what queries need.
CREATE TABLE record (
  id TEXT PRIMARY KEY, family TEXT NOT NULL CHECK (family IN ('revision', 'decision')),
  unit TEXT NOT NULL, period TEXT NOT NULL, item TEXT NOT NULL,
  device TEXT NOT NULL, plan_version INTEGER NOT NULL, local INTEGER NOT NULL, canonical TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX record_subject ON record (unit, period, item);

CREATE TABLE bundle (
  digest TEXT PRIMARY KEY, kind TEXT NOT NULL, unit TEXT, device TEXT NOT NULL, sequence INTEGER NOT NULL,
  previous TEXT, plan_version INTEGER NOT NULL, created_at TEXT NOT NULL, received_at TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('admitted', 'held', 'own')), late INTEGER NOT NULL,
  manifest TEXT NOT NULL, file TEXT, report TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX bundle_sequence ON bundle (device, kind, unit, sequence);

-- Which bundles hold a record: the ledger is the union of the admitted ones and of what was made here.
CREATE TABLE bundle_record (
  bundle TEXT NOT NULL REFERENCES bundle (digest), record TEXT NOT NULL REFERENCES record (id),
  PRIMARY KEY (record, bundle)
) STRICT, WITHOUT ROWID;
CREATE INDEX bundle_record_bundle ON bundle_record (bundle);

CREATE TABLE quarantine (
  sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, reason TEXT NOT NULL, received_at TEXT NOT NULL,
  report TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE trusted_root (fingerprint TEXT PRIMARY KEY, pinned_at TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE certificate (
  serial INTEGER NOT NULL, root TEXT NOT NULL, device TEXT NOT NULL, unit TEXT, role TEXT NOT NULL,
  certificate TEXT NOT NULL, signature BLOB NOT NULL, own INTEGER NOT NULL, granted_at TEXT NOT NULL,
  PRIMARY KEY (root, serial)
) STRICT, WITHOUT ROWID;

CREATE TABLE enrol_request (
  device TEXT PRIMARY KEY, unit TEXT NOT NULL, bundle TEXT NOT NULL REFERENCES bundle (digest),
  request TEXT NOT NULL, received_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE revocation_list (
  digest TEXT PRIMARY KEY, canonical TEXT NOT NULL, signature BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What receipts said of bundles: merged beats any other word, whatever order they arrive in.
CREATE TABLE receipt_line (
  bundle TEXT PRIMARY KEY, status TEXT NOT NULL, reason TEXT, received_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  period TEXT NOT NULL, item TEXT NOT NULL, body TEXT NOT NULL, saved_at TEXT NOT NULL, author TEXT NOT NULL,
  PRIMARY KEY (period, item)
) STRICT, WITHOUT ROWID;

-- Disposable: rebuilt from the ledger at any time; a test proves that rebuilding equals keeping it up.
CREATE TABLE subject (
  unit TEXT NOT NULL, period TEXT NOT NULL, item TEXT NOT NULL, status TEXT NOT NULL,
  current TEXT, current_body TEXT, accepted TEXT, accepted_body TEXT, verified INTEGER NOT NULL,
  decision TEXT, outcome TEXT, undecided INTEGER NOT NULL, incomplete INTEGER NOT NULL,
  PRIMARY KEY (period, item, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX subject_unit ON subject (unit, period);
CREATE INDEX subject_item ON subject (item, unit, period);
`;
