import { Icon, type IconName } from "../../components/icon.tsx";

export type Todo = {
  readonly id: string;
  readonly icon: IconName;
  readonly tone?: "bad" | "warned" | "conflict";
  readonly title: string;
  readonly text: string;
  readonly go: string;
  readonly onGo: () => void;
};

/** Lines that each lead to the very place. */
export function TodoList({ todos }: { todos: readonly Todo[] }) {
  return (
    <div className="list">
      {todos.map(({ id, icon, tone, title, text, go, onGo }) => (
        <button key={id} type="button" className="list__item todo" onClick={onGo}>
          <Icon
            name={icon}
            className={tone === undefined ? "todo__icon" : `todo__icon todo__icon--${tone}`}
          />
          <span className="todo__text">
            <span>{title}</span>
            <small>{text}</small>
          </span>
          <span className="todo__go">
            {go}
            <Icon name="chev-r" size={14} />
          </span>
        </button>
      ))}
    </div>
  );
}
