// What an element is: one state, and what may come after each.
//
// idle      nothing has begun: it has not come near the screen
// starting  code and dataset are on their way
// running   an atlas is drawn
// failed    it could not start; another `src` starts it anew
// dead      its instance has ended by a crash; another element has to take its place
//
// Tables without prototypes, and no methods of the language: a page may have broken them, and nothing may throw here.
const NEXT = {
  __proto__: null,
  idle: { __proto__: null, starting: true },
  // A changed `src` starts anew.
  starting: { __proto__: null, starting: true, running: true, failed: true, dead: true },
  running: { __proto__: null, failed: true, dead: true },
  failed: { __proto__: null, starting: true },
  dead: { __proto__: null },
};

class Life {
  state = "idle";
  // Of the last start. What an earlier start has to say comes too late.
  token;
  // The instance of the WebAssembly, in the state `running` alone.
  atlas;

  // Begins a start and gives its token; undefined where there may be none.
  start() {
    if (!NEXT[this.state].starting) return;
    this.state = "starting";
    this.atlas = undefined;
    return (this.token = {});
  }

  // What has become of the start with this token; false where that comes too late, or cannot be.
  enter(state, token, atlas) {
    if (token !== this.token || !NEXT[this.state][state]) return false;
    this.state = state;
    this.atlas = atlas;
    return true;
  }
}
