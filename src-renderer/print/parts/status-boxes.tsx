const STATUSES = ["未启动", "推进中", "已完成", "不涉及"];

/** The four words of a task's status, one to be ticked by hand. */
export const StatusBoxes = () =>
  STATUSES.map((status) => (
    <span key={status} className="boxes">
      <i className="box" />
      {status}
    </span>
  ));
