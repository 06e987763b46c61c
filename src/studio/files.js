// What is dropped or chosen: files with their folders, and handles where the browser keeps them, by which changes are seen.

// How often a file is looked at, in milliseconds.
const PAUSE = 250;
// How many files of a folder are looked through.
const MOST = 2000;

const wanted = name => /\.(csv|tsv|xlsx|xlsm|ods|zip|atlas)$/i.test(name) || /(^|\/)datapackage\.json$/i.test(name);

// The files under a handle, each with its path.
const ofHandle = async (handle, path = "", found = []) => {
  if (handle.kind == "file") {
    if (!path || wanted(handle.name)) found.push({ name: path + handle.name, file: await handle.getFile() });
    return found;
  }
  for await (const inner of handle.values()) {
    if (found.length < MOST) await ofHandle(inner, path + handle.name + "/", found);
  }
  return found;
};

// The same for the entries of browsers without handles.
const ofEntry = async (entry, path = "", found = []) => {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    if (!path || wanted(file.name)) found.push({ name: path + file.name, file });
    return found;
  }
  const reader = entry.createReader();
  for (;;) {
    // A reader gives a hundred at a time.
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length || found.length >= MOST) return found;
    for (const inner of some) await ofEntry(inner, path + entry.name + "/", found);
  }
};

// What was dropped, as a function that gives the files as they are now. Items must be asked before anything is waited for.
const ofDrop = async transfer => {
  const items = [...transfer.items].filter(item => item.kind == "file");
  const handles = items.map(item => item.getAsFileSystemHandle?.().catch(() => null));
  const entries = items.map(item => item.webkitGetAsEntry?.());
  const plain = [...transfer.files];
  const known = (await Promise.all(handles)).filter(Boolean);
  if (known.length && known.length == items.length) return { follows: true, now: () => ofHandles(known) };
  const found = [];
  if (entries.length && entries.every(Boolean)) for (const entry of entries) await ofEntry(entry, "", found);
  else plain.forEach(file => found.push({ name: file.name, file }));
  return { follows: false, now: async () => found };
};

const ofHandles = async handles => {
  const found = [];
  for (const handle of handles) await ofHandle(handle, "", found);
  return found;
};

const ofInput = input => {
  const found = [...input.files].map(file => ({ name: file.webkitRelativePath || file.name, file }));
  const kept = found.length > 1 || input.webkitdirectory ? found.filter(({ name }) => wanted(name)) : found;
  return { follows: false, now: async () => kept };
};

const stampOf = found => found.map(({ name, file }) => [name, file.lastModified, file.size].join()).sort().join("\n");

// Calls `changed` when the files are others than before and have come to rest; a function that ends it.
const follow = (source, first, changed) => {
  let stamp = first, before = first, timer;
  const look = async () => {
    try {
      const found = await source.now(), now = stampOf(found);
      if (now != stamp && now == before && found.length) {
        stamp = now;
        await changed(found);
      }
      before = now;
    } catch {
      // A program that saves a file may have taken it away for a moment.
    }
    if (timer !== undefined) timer = setTimeout(look, PAUSE);
  };
  timer = setTimeout(look, PAUSE);
  return () => {
    clearTimeout(timer);
    timer = undefined;
  };
};
