/** Nothing the stand-in lacks may look like `undefined`: an unknown member throws. */
import { EventEmitter } from "node:events";

// Asked of any object by `await`, JSON, assertion libraries and inspectors.
const askedOfEverything = new Set<string>([
  "then",
  "toJSON",
  "inspect",
  "nodeType",
  "$$typeof",
  "asymmetricMatch",
  "domain",
  "__esModule",
]);

export const notImplemented = (what: string): Error => new Error(`not implemented by the stand-in: ${what}`);

function refuseUnknown<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(known, property, receiver): unknown {
      if (property in known || typeof property === "symbol" || askedOfEverything.has(property)) {
        return Reflect.get(known, property, receiver);
      }
      throw notImplemented(`${name}.${property}`);
    },
  });
}

/** Makes every member that `api` and its prototypes do not have throw. Returns `api` itself, still writable. */
export function strict<T extends object>(name: string, api: T): T {
  const inherited: object = Object.getPrototypeOf(api) ?? Object.prototype;
  return Object.setPrototypeOf(api, refuseUnknown(name, Object.create(inherited)));
}

/** An EventEmitter to extend, whose subclasses throw on members they do not have, on instance and class alike. */
export function strictEmitter(name: string): new () => EventEmitter {
  class StrictEmitter extends EventEmitter {}
  const inherited = refuseUnknown(name, Object.create(EventEmitter.prototype));
  Object.setPrototypeOf(StrictEmitter.prototype, inherited);
  Object.setPrototypeOf(StrictEmitter, refuseUnknown(name, EventEmitter));
  return StrictEmitter;
}

/** The event object Electron hands to listeners that may refuse what is about to happen. */
export class CancelableEvent {
  defaultPrevented = false;
  readonly preventDefault = (): void => {
    this.defaultPrevented = true;
  };
}
