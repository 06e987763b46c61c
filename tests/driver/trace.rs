//! What a page's main thread did between two marks, from Chromium's own trace.
//!
//! The trace comes by a web socket of its own. chromedriver's performance log was tried first: it hands out trace events
//! only at navigations, and each as JSON within JSON.
//!
//! **Work** is the sum of the durations of the outermost tasks (`ThreadControllerImpl::RunTask`) of the thread that set
//! the marks. It therefore holds handlers, microtasks, timers, animation frame callbacks, style, layout, pre-paint,
//! paint, commit, and garbage collection on that thread; not the compositor's and raster threads, and not waiting. Durations are
//! by the clock, so a busy machine makes them longer, never shorter.
//!
//! The **cost** of a script ([`Cost`]) is told apart by its address, and what the recording itself takes is in it.

use super::Result;
use super::loading::Load;
use super::socket::Socket;
use serde::Serialize;
use serde_json::{Value, json};

/// Tasks of each thread, and `performance.mark`.
pub const TASKS: &[&str] = &["toplevel", "blink.user_timing"];
/// What is done with which script.
pub const SCRIPTS: &[&str] = &["devtools.timeline", "v8", "disabled-by-default-v8.compile"];
/// The outermost tasks of a thread.
pub(super) const TASK: &str = "ThreadControllerImpl::RunTask";

/// A recording under way.
pub struct Trace {
    socket: Socket,
}

impl Trace {
    pub(super) async fn start(address: &str, path: &str, categories: &[&str]) -> Result<Trace> {
        let mut socket = Socket::connect(address, path).await?;
        let config = json!({"recordMode": "recordAsMuchAsPossible", "includedCategories": categories, "excludedCategories": ["*"]});
        socket.call("Tracing.start", json!({"transferMode": "ReportEvents", "traceConfig": config}), drop).await?;
        Ok(Trace { socket })
    }

    /// Ends the recording.
    pub async fn stop(self) -> Result<Events> {
        Ok(Events::new(self.all().await?))
    }

    /// Ends the recording of how the page of an address loaded, which was one of [`LOADING`](super::LOADING).
    pub async fn stop_loading(self, url: &str) -> Result<Load> {
        Load::of(&self.all().await?, url)
    }

    async fn all(mut self) -> Result<Vec<Value>> {
        let mut events = Vec::new();
        let mut keep = |mut message: Value| {
            if let Value::Array(mut some) = message["params"]["value"].take() {
                events.append(&mut some);
            }
            message["method"] == "Tracing.tracingComplete"
        };
        let mut complete = false;
        self.socket.call("Tracing.end", json!({}), |message| complete |= keep(message)).await?;
        while !complete {
            complete = keep(self.socket.receive().await?);
        }
        Ok(events)
    }
}

/// One task, in microseconds.
#[derive(Clone, Copy, Debug)]
struct Task {
    thread: (u64, u64),
    start: f64,
    end: f64,
}

/// What a recording holds, in order of time.
pub struct Events {
    tasks: Vec<Task>,
    marks: Vec<(String, Task)>,
    scripts: Vec<Run>,
}

/// Something done with a script.
struct Run {
    url: String,
    what: String,
    /// Milliseconds by the clock, and of the processor.
    spent: (f64, f64),
}

/// What one script cost: milliseconds by the clock, and of the processor.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Cost {
    /// Its evaluation, with what of its compilation the main thread does.
    pub evaluation: (f64, f64),
    /// What of it was called later.
    pub later: (f64, f64),
    /// What other threads did before.
    pub aside: (f64, f64),
}

impl Events {
    fn new(events: Vec<Value>) -> Events {
        let task = |event: &Value| {
            let start = event["ts"].as_f64().unwrap_or_default();
            Task {
                thread: (event["pid"].as_u64().unwrap_or_default(), event["tid"].as_u64().unwrap_or_default()),
                start,
                end: start + event["dur"].as_f64().unwrap_or_default(),
            }
        };
        let is_mark = |event: &&Value| event["cat"] == "blink.user_timing";
        let marks = events.iter().filter(is_mark).map(|event| (text(&event["name"]), task(event))).collect();
        let is_task = |event: &&Value| event["name"] == TASK && event["ph"] == "X";
        let mut tasks: Vec<Task> = events.iter().filter(is_task).map(task).collect();
        tasks.sort_by(|a, b| a.start.total_cmp(&b.start));
        let scripts = events.iter().filter_map(Run::of).collect();
        Events { tasks, marks, scripts }
    }

    /// What was done with the script of an address, of what [`SCRIPTS`] records; `None` where it was not evaluated.
    pub fn cost(&self, url: &str) -> Option<Cost> {
        let of = |what: &str| {
            let runs = self.scripts.iter().filter(|run| run.url == url && run.what == what);
            runs.fold((0, (0.0, 0.0)), |(count, sum), run| (count + 1, (sum.0 + run.spent.0, sum.1 + run.spent.1)))
        };
        let (evaluated, evaluation) = of("EvaluateScript");
        (evaluated > 0).then(|| Cost { evaluation, later: of("FunctionCall").1, aside: of("v8.parseOnBackground").1 })
    }

    /// The main thread's work in milliseconds from the task in which the page set the mark `from` to the one in which
    /// it set `to`, the first with and the last without; `None` where a mark is missing.
    pub fn work(&self, from: &str, to: &str) -> Option<f64> {
        let mark = |name: &str| self.marks.iter().find(|(mark, _)| mark == name).map(|(_, at)| *at);
        let (from, to) = (mark(from)?, mark(to)?);
        let mut sum = 0.0;
        let mut covered = f64::MIN;
        for task in self.tasks.iter().filter(|task| task.thread == from.thread) {
            let counts = task.end >= from.start && task.end <= to.start;
            // A task within another, as in a nested message loop, is already counted.
            if counts && task.start >= covered {
                sum += task.end - task.start;
                covered = task.end;
            }
        }
        Some(sum / 1000.0)
    }
}

impl Run {
    fn of(event: &Value) -> Option<Run> {
        let url = event["args"]["data"]["url"].as_str().filter(|_| event["ph"] == "X")?.into();
        let time = |name: &str| event[name].as_f64().unwrap_or_default() / 1000.0;
        Some(Run { url, what: text(&event["name"]), spent: (time("dur"), time("tdur")) })
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().into()
}
