import { Failed, Loading } from "../../components/empty.tsx";
import type { Page } from "../../app/pages.ts";
import { useEngine } from "../../app/queries.ts";
import { useRoute } from "../../app/router.ts";
import { useSession } from "../../app/session.tsx";
import { RegisterDesk } from "./register-desk.tsx";
import "./registers.css";

/** 名录: rows that hold from period to period. */
function Registers() {
  const { plan, period } = useSession();
  const { params } = useRoute();
  const grid = useEngine("entry.grid", { period });
  const register = plan.registers.find(({ id }) => id === params["register"]) ?? plan.registers[0];
  return (
    <main className="main main--fixed">
      {grid.status === "loading" && <Loading />}
      {grid.status === "failed" && <Failed error={grid.error} />}
      {grid.status === "ready" && register !== undefined && (
        <RegisterDesk
          key={`${register.id} ${period} ${params["item"] ?? ""}`}
          register={register}
          grid={grid.value}
          wanted={params["item"]}
        />
      )}
    </main>
  );
}

export const page: Page = {
  id: "registers",
  roles: ["reporter"],
  label: "shell:registers",
  icon: "book",
  order: 40,
  wide: true,
  showsDue: true,
  Component: Registers,
};
