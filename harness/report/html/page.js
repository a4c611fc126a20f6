(function() {
	// harness/report/html/browser/copy-buttons.ts
	var TOLD_MILLISECONDS = 2e3;
	/** Each button copies the code that it stands beside, and says so. */
	function copyButtons() {
		document.addEventListener("click", (event) => {
			const button = event.target instanceof Element ? event.target.closest("button.copy") : null;
			const text = button?.closest(".copied-from")?.querySelector("code")?.textContent;
			if (!(button instanceof HTMLButtonElement) || text === null || text === void 0) return;
			copy(text).then((copied) => tell$1(button, copied ? "Copied" : "Press Ctrl-C"));
		});
	}
	async function copy(text) {
		try {
			await navigator.clipboard.writeText(text);
			return true;
		} catch {
			return copyBySelection(text);
		}
	}
	/** Where a page may not write to the clipboard: over plain HTTP, or in a frame that does not let it. */
	function copyBySelection(text) {
		const before = document.activeElement;
		const field = document.createElement("textarea");
		field.value = text;
		field.className = "spoken";
		document.body.append(field);
		field.select();
		const copied = document.execCommand("copy");
		field.remove();
		if (before instanceof HTMLElement) before.focus();
		return copied;
	}
	function tell$1(button, words) {
		button.textContent = words;
		const status = document.querySelector("#told");
		if (status !== null) status.textContent = words;
		setTimeout(() => {
			button.textContent = "Copy";
		}, TOLD_MILLISECONDS);
	}
	// harness/report/html/browser/filters.ts
	/** Shows the clauses and violations that the filters let through; the address keeps what is set. */
	function filters() {
		const form = document.querySelector("#filters");
		if (form === null) return;
		const rows = itemsOf("tr[data-clause]");
		const cards = itemsOf("details[data-clause]");
		const apply = () => show(form, rows, cards);
		const changed = () => {
			apply();
			history.replaceState(null, "", `#${addressOf(form)}`);
		};
		form.addEventListener("submit", (event) => event.preventDefault());
		form.addEventListener("input", changed);
		form.addEventListener("reset", () => setTimeout(changed));
		addEventListener("hashchange", () => {
			if (readAddress(form)) apply();
		});
		readAddress(form);
		apply();
	}
	function itemsOf(selector) {
		return [...document.querySelectorAll(selector)].map((element) => ({
			element,
			outcome: element.dataset["outcome"] ?? "",
			family: element.dataset["family"] ?? "",
			clause: `${element.dataset["run"]} ${element.dataset["clause"]}`,
			words: (element.textContent ?? "").toLowerCase()
		}));
	}
	function show(form, rows, cards) {
		const fields = new FormData(form);
		const outcomes = fields.getAll("outcome");
		const family = String(fields.get("family") ?? "");
		const words = String(fields.get("text") ?? "").toLowerCase().split(/\s+/);
		const passes = (item) => (outcomes.length === 0 || outcomes.includes(item.outcome)) && (family === "" || family === item.family) && words.every((word) => item.words.includes(word));
		const shown = rows.filter(passes);
		const clauses = new Set(shown.map(({ clause }) => clause));
		for (const row of rows) row.element.hidden = !shown.includes(row);
		for (const card of cards) card.element.hidden = !clauses.has(card.clause) && !passes(card);
		hideEmpty();
		if (shown.length < rows.length) unfold(shown);
		tell(shown.length, rows.length);
	}
	function unfold(items) {
		for (const { element } of items) {
			const fold = element.closest("details");
			if (fold !== null) fold.open = true;
		}
	}
	/** A family without a row, and a cause without a violation, would be a heading over nothing. */
	function hideEmpty() {
		for (const group of document.querySelectorAll(".held-clauses, .clauses, .family, .cause, .also")) group.hidden = group.querySelector("[data-clause]:not([hidden])") === null;
	}
	function tell(shown, all) {
		const status = document.querySelector("#shown");
		if (status === null) return;
		const clauses = `${all} ${all === 1 ? "clause" : "clauses"}`;
		status.textContent = shown === all ? clauses : `${shown} of ${clauses}`;
	}
	/** `outcome=violated&family=PAGE`, without what is not set. */
	function addressOf(form) {
		const set = [...new FormData(form)].flatMap(([name, value]) => typeof value === "string" && value !== "" ? [[name, value]] : []);
		return new URLSearchParams(set).toString();
	}
	/** Whether the address says anything of filters: it may name a part of the page instead. */
	function readAddress(form) {
		const address = location.hash.slice(1);
		if (!address.includes("=")) return false;
		const set = new URLSearchParams(address);
		for (const field of form.elements) if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = set.getAll(field.name).includes(field.value);
		else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = set.get(field.name) ?? "";
		return true;
	}
	// harness/report/html/browser/open-target.ts
	/** Unfolds the violation that the address, or a link in the page, leads to. */
	function openTarget() {
		const open = () => {
			const target = document.getElementById(location.hash.slice(1));
			if (target === null) return;
			for (let part = target.closest("details"); part !== null; part = outer(part)) {
				part.open = true;
				part.hidden = false;
			}
			target.scrollIntoView();
		};
		addEventListener("hashchange", open);
		open();
	}
	function outer(part) {
		return part.parentElement?.closest("details") ?? null;
	}
	// harness/report/html/browser/save-record.ts
	/** Saves the record that the page holds, for `connector-contract report` to make other forms of it. */
	function saveRecord() {
		const record = document.querySelector("#record")?.textContent;
		document.querySelector("#save")?.addEventListener("click", () => {
			if (record === null || record === void 0) return;
			const text = `${JSON.stringify(JSON.parse(record), null, 2)}\n`;
			const link = document.createElement("a");
			link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
			link.download = "report.json";
			link.click();
			URL.revokeObjectURL(link.href);
		});
	}
	// harness/report/html/browser/theme.ts
	var KEY = "connector-contract-theme";
	/** The button that turns light into dark and back; until it is pressed the system's setting counts. */
	function theme() {
		const root = document.documentElement;
		const button = document.querySelector("#theme");
		const system = matchMedia("(prefers-color-scheme: dark)");
		const current = () => {
			const chosen = root.dataset["theme"];
			if (chosen === "light" || chosen === "dark") return chosen;
			return system.matches ? "dark" : "light";
		};
		const other = () => current() === "dark" ? "light" : "dark";
		const show = () => {
			if (button !== null) button.textContent = other() === "dark" ? "Dark" : "Light";
		};
		const kept = recall();
		if (kept !== void 0) root.dataset["theme"] = kept;
		button?.addEventListener("click", () => {
			root.dataset["theme"] = other();
			keep(current());
			show();
		});
		system.addEventListener("change", show);
		show();
	}
	/** A browser may let a file keep nothing. */
	function recall() {
		try {
			const kept = localStorage.getItem(KEY);
			return kept === "light" || kept === "dark" ? kept : void 0;
		} catch {
			return;
		}
	}
	function keep(chosen) {
		try {
			localStorage.setItem(KEY, chosen);
		} catch {}
	}
	// harness/report/html/browser/main.ts
	document.documentElement.classList.add("with-script");
	theme();
	filters();
	copyButtons();
	saveRecord();
	openTarget();
})();
