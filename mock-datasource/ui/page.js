// node_modules/preact/dist/preact.mjs
var n$1;
var t$2;
var r$2;
var u$3;
var i$2;
var f$3;
var o$3;
var e$2;
var l$2;
var c$2;
var a$3;
var h$3 = Symbol.for("pv");
var p$3 = {};
var y$3 = [];
var v$2 = /^m(i|n|o|s|text|space)$/;
var w$3 = Array.isArray;
var d$2 = y$3.slice;
var _$1 = Object.assign;
function g$3(n) {
	n && n.parentNode && n.remove();
}
function k$2(n, t, r) {
	var u, i, f, o = {}, e = arguments.length;
	for (f in t) "key" == f ? u = t[f] : "ref" == f && "function" != typeof n ? i = t[f] : o[f] = t[f];
	return e > 2 && (o.children = e > 3 ? d$2.call(arguments, 2) : r), m$3(n, o, u, i, null);
}
function m$3(r, u, i, f, o) {
	var e = {
		type: r,
		props: u,
		key: i,
		ref: f,
		__k: null,
		__: null,
		__b: 0,
		__e: null,
		__c: null,
		constructor: h$3,
		__v: o || ++t$2,
		__i: -1,
		__u: 0
	};
	return !o && n$1.vnode && n$1.vnode(e), e;
}
function $(n) {
	return n.children;
}
function x$1(n, t) {
	this.props = n, this.context = t, this.__g = 0;
}
function S$1(n, t) {
	if (null == t) return n.__ && S$1(n.__, n.__i + 1);
	for (var r; t < n.__k.length; t++) if ((r = n.__k[t]) && r.__e) return r.__e;
	return "function" != typeof n.type || n.props.__P ? null : S$1(n);
}
function C$1(t) {
	var r, u = t.__v, i = u.__e, f = [], o = [], e = t.__P;
	e && ((r = _$1({ constructor: h$3 }, u)).__v = u.__v + 1, n$1.vnode && n$1.vnode(r), z$1(e, r, u, t.__n, e.namespaceURI, 32 & u.__u ? [i] : null, f, i || S$1(u), 32 & u.__u, o), r.__v = u.__v, r.__.__k[r.__i] = r, E$1(f, r, o), u.__ = u.__e = null, r.__e != i && j$1(r));
}
function j$1(n) {
	if ((n = n.__) && n.__c && !n.props.__P) return n.__e = null, n.__k.some(function(t) {
		return t && (n.__e = t.__e);
	}), j$1(n);
}
function L(t) {
	(8 & t.__g || (t.__g |= 8, u$3.push(t), f$3++)) && i$2 == n$1.debounceRendering || ((i$2 = n$1.debounceRendering) || queueMicrotask)(H);
}
function H() {
	try {
		for (var n, t = 1; u$3.length;) u$3.length > t && u$3.sort(o$3), n = u$3.shift(), t = u$3.length, 8 & n.__g && C$1(n);
	} finally {
		(f$3 = u$3.length) && (i$2 || queueMicrotask)(H);
	}
}
function I(n, t, r, u, i, f, o, e, l, c, a) {
	var s, h, v, w, d, _, g = u.__k || y$3, k = t.length;
	for (l = q(r, t, g, l, k), s = 0; s < k; s++) null != (v = r.__k[s]) && (h = ~v.__i && g[v.__i] || p$3, v.__i = s, _ = z$1(n, v, h, i, f, o, e, l, c, a), w = v.__e, (h.ref != v.ref || 8 & h.__u) && (h.ref && G(h.ref, null, v, h), v.ref && a.push(v.ref, v.__c || w, v)), d = d || w, 4 & v.__u ? (l = A$2(v, l, n, !h.__v), h.__e && (h.__e = null)) : "function" == typeof v.type && void 0 !== _ ? l = _ : w && (l = w.nextSibling), v.__u &= -21);
	return r.__e = d, l;
}
function q(n, t, r, u, i) {
	var f, o, e, l, c, a, s, p, y, v = r.length, d = v, _ = 0, g = 0, k = n.__k = Array(i);
	for (f = 0; f < i; f++) null != (o = t[f]) && "boolean" != typeof o && "function" != typeof o ? ("object" != typeof o || o.constructor === String ? o = k[f] = m$3(null, o) : w$3(o) ? o = k[f] = m$3($, { children: o }) : o.constructor === h$3 && o.__b ? o = k[f] = m$3(o.type, o.props, o.key, o.ref, o.__v) : k[f] = o, l = f + _, o.__ = n, o.__b = n.__b + 1, e = null, ~(c = o.__i = P(o, r, l, d)) && (d--, (e = r[c]) && (e.__u |= 2)), e && e.__v ? (o.__u |= 16, c == l - 1 ? _-- : c == l + 1 ? _++ : c != l && (c > l ? _-- : _++, g = 1)) : (~c || (i > v ? _-- : i < v && _++), "function" != typeof o.type && (o.__u |= 4))) : k[f] = null;
	if (g) {
		for (a = [], s = [], f = 0; f < i; f++) if ((o = k[f]) && 16 & o.__u) {
			for (_ = 0, p = a.length; _ < p;) a[y = _ + p >> 1] < o.__i ? _ = y + 1 : p = y;
			a[_] = o.__i, s[f] = _ + 1;
		}
		for (_ = a.length; f--;) s[f] && (s[f] == _ ? _-- : k[f].__u |= 4);
	}
	if (d) for (f = 0; f < v; f++) !(e = r[f]) || 2 & e.__u || (e.__e == u && (u = S$1(e)), J(e, e));
	return u;
}
function A$2(n, t, r, u) {
	var i, f, o, e;
	if ("function" == typeof n.type) {
		if (n.props.__P) return t;
		if (i = n.__k) for (f = 0; f < i.length; f++) i[f] && (i[f].__ = n, t = A$2(i[f], t, r, !1));
		return t;
	}
	for (t && !t.parentNode && (t = S$1(n)) && !t.parentNode && (t = null), o = n.__e, e = t; e && 8 == e.nodeType;) e = e.nextSibling;
	for (o != e && (!u && r.moveBefore && o.parentNode ? r.moveBefore(o, t) : r.insertBefore(o, t || null)), t = o; (t = t && t.nextSibling) && 8 == t.nodeType && !t.data.startsWith("$s"););
	return t;
}
function P(n, t, r, u) {
	var i, f = n.key, o = n.type, e = t[r], l = e && !(2 & e.__u);
	if (null === e && null == f || l && f == e.key && o == e.type) return r;
	if (u > (l ? 1 : 0)) {
		for (i = r - 1; i >= 0; i--) if ((e = t[i]) && !(2 & e.__u) && f == e.key && o == e.type) return i;
		for (i = r + 1; i < t.length; i++) if ((e = t[i]) && !(2 & e.__u) && f == e.key && o == e.type) return i;
	}
	return -1;
}
function T$1(n, t, r) {
	r ??= "", "-" == t[0] ? n.setProperty(t, r) : n[t] = r;
}
function N(n, t, r, u, i) {
	var f, o;
	if ("style" == t) if ("string" == typeof r) n.style.cssText = r;
	else {
		if ("string" == typeof u && (n.style.cssText = u = ""), u) for (t in u) r && t in r || T$1(n.style, t);
		if (r) for (t in r) u && r[t] == u[t] || T$1(n.style, t, r[t]);
	}
	else if ("o" == t[0] && "n" == t[1]) "function" != typeof r && (r = null), "function" != typeof u && (u = null), (n.__e || (n.__e = {}))[t] = r, r && u || (o = a$3[t] || (a$3[t] = V(t)), (n.__a || (n.__a = {}))[t] = c$2, f = t != (t = t.replace(l$2, "$1")), (t = t.slice(2))[0] < "a" && (t = t.toLowerCase()), r ? n.addEventListener(t, o, f) : n.removeEventListener(t, o, f));
	else {
		if ("http://www.w3.org/2000/svg" == i) t = t.replace(/xlink(H|:h)/, "h").replace(/sName$/, "s");
		else if ("width" != t && "height" != t && "href" != t && "list" != t && "form" != t && "tabIndex" != t && "download" != t && "rowSpan" != t && "colSpan" != t && "role" != t && "popover" != t && t in n) try {
			n[t] = null == r ? "" : r;
			return;
		} catch (n) {}
		if ("function" == typeof r) return;
		null == r || !1 === r && "-" != t[4] ? n.removeAttribute(t) : n.setAttribute(t, "popover" == t && 1 == r ? "" : r);
	}
}
function V(t) {
	return function(r) {
		var u = this.__e;
		if (u) {
			if (u = u[t], null == r[e$2]) r[e$2] = c$2++;
			else if (r[e$2] < this.__a[t]) return;
			return u(n$1.event ? n$1.event(r) : r);
		}
	};
}
function z$1(t, r, u, i, f, o, e, l, c, a) {
	var s, p, v, d, k, b, m, M, C, j, L, H, q, A, O, P, T, N, V = r.type;
	if (r.constructor !== h$3) return null;
	128 & u.__u && (c = 32 & u.__u, s = u.__c.__z) && (r.__u |= c, p = o = [], 8 == s.nodeType ? l = B$1(s, o) : o.push(s), l = o[0] || l), (s = n$1.__b) && s(r);
	n: if ("function" == typeof V) {
		v = e.length;
		try {
			if (M = r.props, C = (s = V.prototype) && s.render, j = (s = V.contextType) && i[s.__c], L = s ? j ? j.props.value : s.__ : i, (d = u.__c) ? (r.__c = d, 2 & d.__g && (d.__g |= 1)) : (C ? r.__c = d = new V(M, L) : (r.__c = d = new x$1(M, L), d.constructor = V, d.render = K), j && j.sub(d), d.state || (d.state = {}), d.__n = i, d.__g |= 8, d.__h = [], d.__k = []), C && (d.__s || (d.__s = d.state), V.getDerivedStateFromProps && (d.__s == d.state && (d.__s = _$1({}, d.__s)), _$1(d.__s, V.getDerivedStateFromProps(M, d.__s)))), k = d.props, b = d.state, d.__v = r, u.__c) {
				if (M !== k && C && !V.getDerivedStateFromProps && d.componentWillReceiveProps && d.componentWillReceiveProps(M, L), r.__v == u.__v && !(8 & d.__g) || !(4 & d.__g) && d.shouldComponentUpdate && !1 === d.shouldComponentUpdate(M, d.__s, L)) {
					r.__v != u.__v && (d.props = M, d.state = d.__s, d.__g &= -9), r.__e = u.__e, r.__k = u.__k, r.__k.some(function(n) {
						n && (n.__ = r);
					}), y$3.push.apply(d.__h, d.__k), d.__k = [], d.__h.length && e.push(d), l = S$1(u);
					break n;
				}
				d.componentWillUpdate && d.componentWillUpdate(M, d.__s, L), C && d.componentDidUpdate && d.__h.push(function() {
					d.componentDidUpdate(k, b, m);
				});
			} else C && !V.getDerivedStateFromProps && d.componentWillMount && d.componentWillMount(), C && d.componentDidMount && d.__h.push(d.componentDidMount);
			d.context = L, d.props = M, d.__P = t, d.__g &= -5, H = n$1.__r, q = C ? 25 : 0;
			do
				d.__g &= -9, H && H(r), s = d.render(d.props, d.state = d.__s, d.context);
			while (8 & d.__g && ++q < 25);
			C && (y$3.push.apply(d.__h, d.__k), d.__k = []), d.state = d.__s, d.getChildContext && (i = _$1({}, i, d.getChildContext())), C && u.__c && d.getSnapshotBeforeUpdate && (m = d.getSnapshotBeforeUpdate(k, b)), A = s && s.type === $ && null == s.key ? s.props.children : s, M.__P && (s = l, f = (t = M.__P).namespaceURI, c = o = null, u.props && u.props.__P != t && (u.__k.some(function(n) {
				n && J(n, n);
			}), u.__k = null), l = u.__k ? S$1(u, 0) : null), l = I(t, w$3(A) ? A : [A], r, u, i, f, o, e, l, c, a), M.__P && (r.__e = null, l = s), r.__u &= -161, p && p.some(g$3), d.__h.length && e.push(d), 1 & d.__g && (d.__g &= -4);
		} catch (t) {
			if (e.length = v, r.__v = null, c || o) if (t && t.then) {
				if (r.__u |= 128 | c, o) {
					for (~(T = o.indexOf(l || void 0)) || (T = o.length); (N = o[T - 1]) && 8 == N.nodeType;) T--;
					for (; T < o.length; T++) if (N = o[T]) if (o[T] = null, O) {
						if (N == P) break;
					} else {
						if (8 != N.nodeType) break;
						N.data.startsWith("$s") && (P = B$1(O = N));
					}
				}
				if (!O) {
					for (; l && 8 == l.nodeType && l.nextSibling;) l = l.nextSibling;
					O = l;
				}
				(s = B$1(O = r.__c.__z || (r.__c.__z = O))) ? (r.__e = O, l = s) : r.__e = l, l = l && l.nextSibling;
			} else o && o.some(g$3);
			else r.__e = u.__e;
			r.__k || (r.__k = u.__k || []), t && t.then || D$1(r), n$1.__e(t, r, u);
		}
	} else l = r.__e = F$2(u.__e, r, u, i, f, o, e, c, a, t);
	return (s = n$1.diffed) && s(r), l;
}
function B$1(n, t) {
	if (n && 8 == n.nodeType && n.data.startsWith("$s")) for (var r = 1; n = n.nextSibling;) {
		if (8 == n.nodeType) {
			if (n.data.startsWith("$s")) r++;
			else if (n.data.startsWith("/$s") && !--r) return n;
		}
		t && t.push(n);
	}
}
function D$1(n) {
	n && (n.__c && (n.__c.__g |= 4), n.__k && n.__k.some(D$1));
}
function E$1(t, r, u) {
	for (var i = 0; i < u.length;) G(u[i++], u[i++], u[i++]);
	n$1.__c && n$1.__c(r, t), t.some(function(r) {
		try {
			t = r.__h, r.__h = [], t.some(function(n) {
				n.call(r);
			});
		} catch (t) {
			n$1.__e(t, r.__v);
		}
	});
}
function F$2(t, r, u, i, f, o, e, l, c, a) {
	var s, h, y, _, k, b, m, M, $ = u.props || p$3, x = r.props, C = r.type;
	if ("svg" == C ? f = "http://www.w3.org/2000/svg" : "math" == C ? f = "http://www.w3.org/1998/Math/MathML" : f || (f = "http://www.w3.org/1999/xhtml"), o) {
		for (s = 0; s < o.length; s++) if ((k = o[s]) && (C ? k.localName == C : 3 == k.nodeType)) {
			t = k, o[s] = null;
			break;
		}
	}
	if (!t) {
		if (M = a.ownerDocument || document, !C) return M.createTextNode(x);
		t = M.createElementNS(f, C, x.is ? x : a), l && (n$1.__m && n$1.__m(r, o), l = !1), o = null;
	}
	if (C) {
		if (a = "template" == C && t.content || t, o = "textarea" == C && null != x.defaultValue ? null : o && d$2.call(a.childNodes), !l && o) for ($ = {}, s = 0; s < t.attributes.length; s++) $[(k = t.attributes[s]).name] = k.value;
		for (s in $) k = $[s], "dangerouslySetInnerHTML" == s ? y = k : "children" == s || s in x || "value" == s && "defaultValue" in x || "checked" == s && "defaultChecked" in x || N(t, s, null, k, f);
		for (s in x) k = x[s], "children" == s ? _ = k : "dangerouslySetInnerHTML" == s ? h = k : "value" == s ? b = k : "checked" == s ? m = k : l && "function" != typeof k || $[s] === k || N(t, s, k, $[s], f);
		h ? (l || y && (h.__html == y.__html || h.__html == t.innerHTML) || (t.innerHTML = h.__html), r.__k = []) : (y && (t.textContent = ""), ("foreignObject" == C || "http://www.w3.org/1998/Math/MathML" == f && v$2.test(C)) && (f = "http://www.w3.org/1999/xhtml"), I(a, w$3(_) ? _ : [_], r, u, i, f, o, e, o ? o[0] : u.__k && S$1(u, 0), l, c), o && o.some(g$3)), l && "textarea" != C || (s = "value", "progress" == C && null == b ? t.removeAttribute(s) : null == b || b === t[s] && ("progress" != C || b) || N(t, s, b, $[s], f), s = "checked", null != m && m != t[s] && N(t, s, m, $[s], f));
	} else $ === x || l && t.data == x || (t.data = x);
	return t;
}
function G(t, r, u, i) {
	try {
		"function" == typeof t ? r ? r.__x = t(r) || 1 : i && (i = i.__c || i.__e) && (r = i.__x) && (i.__x = null, "function" == typeof r ? r() : t(null)) : t.current = r;
	} catch (t) {
		n$1.__e(t, u);
	}
}
function J(t, r, u) {
	var i, f, o, e;
	if (n$1.unmount && n$1.unmount(t), !(i = t.ref) || i.current && i.current != t.__e || G(i, null, r, t), i = t.__c) {
		if (i.componentWillUnmount) try {
			i.componentWillUnmount();
		} catch (t) {
			n$1.__e(t, r);
		}
		i.__P = i.__n = null;
	}
	if (i = t.__k) for (e = 0; e < i.length; e++) i[e] && J(i[e], r, "function" != typeof t.type || u && !t.props.__P);
	!u && (i = t.__c) && (i = i.__z) && (f = B$1(i, o = [])) && (i == t.__e && o.some(g$3), g$3(f), g$3(i)), u || g$3(t.__e), t.__e = t.__c = t.__ = null;
}
function K(n, t, r) {
	return this.constructor(n, r);
}
function Q(t, r) {
	var u, i, f, o;
	n$1.__ && n$1.__(t, r), 9 == r.nodeType && (r = r.documentElement), i = (u = t && 32 & t.__u) ? null : r.__k, r.__k = m$3($, { children: [t] }), f = [], o = [], z$1(r, r.__k, i || p$3, p$3, r.namespaceURI, i ? null : r.firstChild ? d$2.call(r.childNodes) : null, f, i ? i.__e : r.firstChild, u, o), E$1(f, r.__k, o), r.__k.props.children = null;
}
n$1 = { __e: function(n, t, r, u) {
	for (var i, o, e; t = t.__;) if ((i = t.__c) && !(1 & i.__g)) {
		i.__g |= 4;
		try {
			if ((e = (o = i.constructor) && o.getDerivedStateFromError) && i.setState(o.getDerivedStateFromError(n)), i.componentDidCatch && (i.componentDidCatch(n, u || {}), e = 1), e && 8 & i.__g) return void (i.__g |= 2);
		} catch (t) {
			n = t;
		}
	}
	throw f$3 = 0, n;
} }, t$2 = 0, r$2 = function(n) {
	return null != n && n.constructor === h$3;
}, x$1.prototype.setState = function(n, t) {
	var r = this.__s;
	r && r != this.state || (r = this.__s = _$1({}, this.state)), "function" == typeof n && (n = n(_$1({}, r), this.props)), n && (_$1(r, n), this.__v && (t && this.__k.push(t), L(this)));
}, x$1.prototype.forceUpdate = function(n) {
	this.__v && (this.__g |= 4, n && this.__h.push(n), L(this));
}, x$1.prototype.render = $, u$3 = [], f$3 = 0, o$3 = function(n, t) {
	return n.__v.__b - t.__v.__b;
}, e$2 = Symbol(), l$2 = /(PointerCapture)$|Capture$/i, c$2 = 0, a$3 = {};
// node_modules/preact/hooks/dist/hooks.mjs
var t$1;
var r$1;
var u$2;
var i$1;
var o$2 = Object.is;
var f$2 = 0;
var c$1 = [];
var e$1 = [];
var a$2 = n$1;
var v$1 = a$2.__b;
var l$1 = a$2.__r;
var m$2 = a$2.diffed;
var h$2 = a$2.__c;
var s$1 = a$2.unmount;
var p$2 = a$2.__;
function y$2(n, t) {
	a$2.__h && a$2.__h(r$1, n, f$2 || t), f$2 = 0;
	var u = r$1.__H || (r$1.__H = {
		__: [],
		__h: []
	});
	return n >= u.__.length && u.__.push({}), u.__[n];
}
function A$1(n, u) {
	var i = y$2(t$1++, 3);
	!a$2.__s && E(i.__H, u) && (i.__P = !0, i.__ = n, i.u = u, r$1.__H.__h.push(i));
}
function F$1(n, u) {
	var i = y$2(t$1++, 4);
	!a$2.__s && E(i.__H, u) && (i.__P = !1, i.__ = n, i.u = u, r$1.__h.push(i));
}
function T(n) {
	return f$2 = 5, w$2(function() {
		return { current: n };
	}, []);
}
function w$2(n, r) {
	var u = y$2(t$1++, 7);
	return E(u.__H, r) && (u.__ = n(), u.__H = r), u.__;
}
function g$2() {
	var n;
	do {
		for (; n = e$1.shift();) try {
			C(n);
		} catch (t) {
			a$2.__e(t, { __: (n = n.__P) && n.__v });
		}
		for (; n = c$1.shift();) {
			var t = n.__H;
			if (n.__P && t) try {
				t.__h.some(C), t.__h.some(D), t.__h = [];
			} catch (r) {
				t.__h = [], a$2.__e(r, n.__v);
			}
		}
	} while (e$1.length);
}
a$2.__b = function(n) {
	r$1 = null, v$1 && v$1(n);
}, a$2.__ = function(n, t) {
	n && t.__k && t.__k.__m && (n.__m = t.__k.__m), p$2 && p$2(n, t);
}, a$2.__r = function(n) {
	l$1 && l$1(n), t$1 = 0;
	var i = (r$1 = n.__c).__H;
	i && (u$2 == r$1 ? r$1.__h = [] : (i.__h.some(C), i.__h.some(D), t$1 = 0), i.__h = [], i.__.some(function(n) {
		n.__N && (n.__ = n.__N), n.u = n.__N = void 0;
	})), u$2 = r$1;
}, a$2.diffed = function(n) {
	m$2 && m$2(n);
	var t = n.__c;
	t && t.__H && (t.__H.__h.length && B(c$1.push(t)), t.__H.__.some(function(n) {
		n.u && (n.__H = n.u);
	})), u$2 = r$1 = null;
}, a$2.__c = function(n, t) {
	t.some(function(n) {
		try {
			n.__h.some(C), n.__h = n.__h.filter(function(n) {
				return !n.__ || D(n);
			});
		} catch (t) {
			n.__h = [function() {
				throw t;
			}];
		}
	}), h$2 && h$2(n, t);
}, a$2.unmount = function(n) {
	s$1 && s$1(n);
	var t, r, u = n.__c;
	u && u.__H && (u.__H.__.some(function(u) {
		try {
			if (u.__P && u.__c) {
				if (void 0 === r) {
					for (r = n.__; r && (!r.__c || !r.__c.__P);) r = r.__;
					r = r && r.__c;
				}
				u.__P = r, B(e$1.push(u));
			} else C(u);
		} catch (n) {
			t = n;
		}
	}), u.__H = void 0, t && a$2.__e(t, u.__v));
};
var k$1 = "function" == typeof requestAnimationFrame;
function z(n) {
	var t, r = function() {
		clearTimeout(u), k$1 && cancelAnimationFrame(t), setTimeout(n);
	}, u = setTimeout(r, 35);
	k$1 && (t = requestAnimationFrame(r));
}
function B(n) {
	1 != n && i$1 == a$2.requestAnimationFrame || ((i$1 = a$2.requestAnimationFrame) || z)(g$2);
}
function C(n) {
	var t = r$1, u = n.__c;
	"function" == typeof u && (n.__c = void 0, u()), r$1 = t;
}
function D(n) {
	var t = r$1;
	n.__c = n.__(), r$1 = t;
}
function E(n, t) {
	return !n || n.length != t.length || t.some(function(t, r) {
		return !o$2(t, n[r]);
	});
}
// node_modules/@preact/signals-core/dist/signals-core.module.js
var i = Symbol.for("preact-signals");
function t() {
	if (!(v > 1)) {
		var i, t = !1;
		(function() {
			var i = c;
			c = void 0;
			while (void 0 !== i) {
				var t = i.S;
				if (t.v === i.v) {
					for (var r = t.t; void 0 !== r; r = r.x) if (r.i === i.i) r.i = t.i;
				}
				i = i.o;
			}
		})();
		while (void 0 !== h$1) {
			var r = h$1;
			h$1 = void 0;
			s++;
			while (void 0 !== r) {
				var n = r.u;
				r.u = void 0;
				r.f &= -3;
				if (!(8 & r.f) && w$1(r)) try {
					r.c();
				} catch (r) {
					if (!t) {
						i = r;
						t = !0;
					}
				}
				r = n;
			}
		}
		s = 0;
		v--;
		if (t) throw i;
	} else v--;
}
function r(i) {
	if (v > 0) return i();
	u$1 = ++e;
	v++;
	try {
		return i();
	} finally {
		t();
	}
}
var n;
var o$1 = void 0;
function f$1(i) {
	var t = o$1, r = n;
	o$1 = void 0;
	n = void 0;
	try {
		return i();
	} finally {
		o$1 = t;
		n = r;
	}
}
var h$1 = void 0;
var v = 0;
var s = 0;
var e = 0;
var u$1 = 0;
var c = void 0;
var a$1 = 0;
function d$1(i) {
	if (void 0 !== o$1) {
		var t = i.n;
		if (void 0 === t || t.t !== o$1) {
			t = {
				i: 0,
				S: i,
				p: o$1.s,
				n: void 0,
				t: o$1,
				e: void 0,
				x: void 0,
				r: t
			};
			if (void 0 !== o$1.s) o$1.s.n = t;
			o$1.s = t;
			i.n = t;
			if (32 & o$1.f) i.S(t);
			return t;
		} else if (-1 === t.i) {
			t.i = 0;
			if (void 0 !== t.n) {
				t.n.p = t.p;
				if (void 0 !== t.p) t.p.n = t.n;
				t.p = o$1.s;
				t.n = void 0;
				o$1.s.n = t;
				o$1.s = t;
			}
			return t;
		}
	}
}
function l(i, t) {
	this.v = i;
	this.i = 0;
	this.n = void 0;
	this.t = void 0;
	this.l = 0;
	this.W = null == t ? void 0 : t.watched;
	this.Z = null == t ? void 0 : t.unwatched;
	this.name = null == t ? void 0 : t.name;
}
l.prototype.brand = i;
l.prototype.h = function() {
	return !0;
};
l.prototype.S = function(i) {
	var t = this, r = this.t;
	if (r !== i && void 0 === i.e) {
		i.x = r;
		this.t = i;
		if (void 0 !== r) r.e = i;
		else f$1(function() {
			var i;
			null == (i = t.W) || i.call(t);
		});
	}
};
l.prototype.U = function(i) {
	var t = this;
	if (void 0 !== this.t) {
		var r = i.e, n = i.x;
		if (void 0 !== r) {
			r.x = n;
			i.e = void 0;
		}
		if (void 0 !== n) {
			n.e = r;
			i.x = void 0;
		}
		if (i === this.t) {
			this.t = n;
			if (void 0 === n) f$1(function() {
				var i;
				null == (i = t.Z) || i.call(t);
			});
		}
	}
};
l.prototype.subscribe = function(i) {
	var t = this;
	return x(function() {
		var r = t.value;
		f$1(function() {
			return i(r);
		});
	}, { name: "sub" });
};
l.prototype.valueOf = function() {
	return this.value;
};
l.prototype.toString = function() {
	return this.value + "";
};
l.prototype.toJSON = function() {
	return this.value;
};
l.prototype.peek = function() {
	var i = this;
	return f$1(function() {
		return i.value;
	});
};
Object.defineProperty(l.prototype, "value", {
	get: function() {
		var i = d$1(this);
		if (void 0 !== i) i.i = this.i;
		return this.v;
	},
	set: function(i) {
		if (i !== this.v) {
			if (s > 100) throw new Error("Cycle detected");
			(function(i) {
				if (0 !== v && 0 === s) {
					if (i.l !== u$1) {
						i.l = u$1;
						c = {
							S: i,
							v: i.v,
							i: i.i,
							o: c
						};
					}
				}
			})(this);
			this.v = i;
			this.i++;
			a$1++;
			v++;
			try {
				for (var r = this.t; void 0 !== r; r = r.x) r.t.N();
			} finally {
				t();
			}
		}
	}
});
function y$1(i, t) {
	return new l(i, t);
}
function w$1(i) {
	for (var t = i.s; void 0 !== t; t = t.n) if (t.S.i !== t.i || !t.S.h() || t.S.i !== t.i) return !0;
	return !1;
}
function b$1(i) {
	for (var t = i.s; void 0 !== t; t = t.n) {
		var r = t.S.n;
		if (void 0 !== r) t.r = r;
		t.S.n = t;
		t.i = -1;
		if (void 0 === t.n) {
			i.s = t;
			break;
		}
	}
}
function _(i) {
	var t = i.s, r = void 0;
	while (void 0 !== t) {
		var n = t.p;
		if (-1 === t.i) {
			t.S.U(t);
			if (void 0 !== n) n.n = t.n;
			if (void 0 !== t.n) t.n.p = n;
		} else r = t;
		t.S.n = t.r;
		if (void 0 !== t.r) t.r = void 0;
		t = n;
	}
	i.s = r;
}
function j(i, t) {
	l.call(this, void 0, t);
	this.x = i;
	this.s = void 0;
	this.g = a$1 - 1;
	this.f = 4;
}
j.prototype = new l();
j.prototype.h = function() {
	this.f &= -3;
	if (1 & this.f) return !1;
	if (32 == (36 & this.f)) return !0;
	this.f &= -5;
	if (this.g === a$1) return !0;
	this.g = a$1;
	this.f |= 1;
	if (this.i > 0 && !w$1(this)) {
		this.f &= -2;
		return !0;
	}
	var i = o$1;
	try {
		b$1(this);
		o$1 = this;
		var t = this.x();
		if (16 & this.f || this.v !== t || 0 === this.i) {
			this.v = t;
			this.f &= -17;
			this.i++;
		}
	} catch (i) {
		this.v = i;
		this.f |= 16;
		this.i++;
	}
	o$1 = i;
	_(this);
	this.f &= -2;
	return !0;
};
j.prototype.S = function(i) {
	if (void 0 === this.t) {
		this.f |= 36;
		for (var t = this.s; void 0 !== t; t = t.n) t.S.S(t);
	}
	l.prototype.S.call(this, i);
};
j.prototype.U = function(i) {
	if (void 0 !== this.t) {
		l.prototype.U.call(this, i);
		if (void 0 === this.t) {
			this.f &= -33;
			for (var t = this.s; void 0 !== t; t = t.n) t.S.U(t);
		}
	}
};
j.prototype.N = function() {
	if (!(2 & this.f)) {
		this.f |= 6;
		for (var i = this.t; void 0 !== i; i = i.x) i.t.N();
	}
};
Object.defineProperty(j.prototype, "value", { get: function() {
	if (1 & this.f) throw new Error("Cycle detected");
	var i = d$1(this);
	this.h();
	if (void 0 !== i) i.i = this.i;
	if (16 & this.f) throw this.v;
	return this.v;
} });
function O(i, t) {
	return new j(i, t);
}
function p$1(i) {
	var r = i.j;
	i.j = void 0;
	if ("function" == typeof r) {
		v++;
		var n = o$1;
		o$1 = void 0;
		try {
			r();
		} catch (t) {
			i.f &= -2;
			i.f |= 8;
			g$1(i);
			throw t;
		} finally {
			o$1 = n;
			t();
		}
	}
}
function g$1(i) {
	for (var t = i.s; void 0 !== t; t = t.n) t.S.U(t);
	i.x = void 0;
	i.s = void 0;
	p$1(i);
}
function S(i) {
	if (o$1 !== this) throw new Error("Out-of-order effect");
	_(this);
	o$1 = i;
	this.f &= -2;
	try {
		if (8 & this.f) g$1(this);
	} finally {
		t();
	}
}
function m$1(i, t) {
	this.x = i;
	this.j = void 0;
	this.s = void 0;
	this.u = void 0;
	this.f = 32;
	this.name = null == t ? void 0 : t.name;
	if (n) n.push(this);
}
m$1.prototype.c = function() {
	var i = this.S();
	try {
		if (8 & this.f) return;
		if (void 0 === this.x) return;
		var t = this.x();
		if ("function" == typeof t) this.j = t;
	} finally {
		i();
	}
};
m$1.prototype.S = function() {
	if (1 & this.f) throw new Error("Cycle detected");
	this.f |= 1;
	this.f &= -9;
	p$1(this);
	b$1(this);
	v++;
	var i = o$1;
	o$1 = this;
	return S.bind(this, i);
};
m$1.prototype.N = function() {
	if (!(2 & this.f)) {
		this.f |= 2;
		this.u = h$1;
		h$1 = this;
	}
};
m$1.prototype.d = function() {
	this.f |= 8;
	if (!(1 & this.f)) g$1(this);
};
m$1.prototype.dispose = function() {
	this.d();
};
function x(i, t) {
	var r = new m$1(i, t);
	try {
		r.c();
	} catch (i) {
		r.d();
		throw i;
	}
	var n = r.d.bind(r);
	n[Symbol.dispose] = n;
	return n;
}
// node_modules/@preact/signals/dist/signals.module.js
var h;
var p;
var m = "undefined" != typeof window && !!window.__PREACT_SIGNALS_DEVTOOLS__;
var g = [];
x(function() {
	h = this.N;
})();
function b(i, n) {
	n$1[i] = n.bind(null, n$1[i] || function() {});
}
function y(i) {
	if (p) {
		var n = p;
		p = void 0;
		n();
	}
	p = i && i.S();
}
function w(i) {
	var n = this, r = i.data, t = useSignal(r);
	t.name = "ReactiveDom";
	t.value = r;
	var e = w$2(function() {
		var i = n, r = n.__v;
		while (r = r.__) if (r.__c) {
			r.__c.__$f |= 4;
			break;
		}
		var o = O(function() {
			var i = t.value.value;
			return 0 === i ? 0 : !0 === i ? "" : i || "";
		}), e = O(function() {
			return !Array.isArray(o.value) && !r$2(o.value);
		}), u = x(function() {
			this.N = M;
			if (e.value) {
				var n = o.value;
				if (i.__v && i.__v.__e && 3 === i.__v.__e.nodeType) i.__v.__e.data = n;
			}
		}), c = n.__$u.d;
		n.__$u.d = function() {
			u();
			c.call(this);
		};
		return [e, o];
	}, []), u = e[0], c = e[1];
	return u.value ? c.peek() : c.value;
}
w.displayName = "ReactiveTextNode";
Object.defineProperties(l.prototype, {
	constructor: {
		configurable: !0,
		value: k$2($, null).constructor
	},
	type: {
		configurable: !0,
		value: w
	},
	props: {
		configurable: !0,
		get: function() {
			var i = this;
			return { data: { get value() {
				return i.value;
			} } };
		}
	},
	__b: {
		configurable: !0,
		value: 1
	}
});
b("__b", function(i, n) {
	y();
	if ("string" == typeof n.type) {
		var r, t = n.props;
		for (var f in t) if ("children" !== f) {
			var o = t[f];
			if (o instanceof l) {
				if (!r) n.__np = r = {};
				r[f] = o;
				t[f] = o.peek();
			}
		}
	}
	i(n);
});
b("__r", function(i, r) {
	i(r);
	if (r.type !== $) {
		y();
		var t, f = r.__c;
		if (f) {
			f.__$f &= -2;
			if (void 0 === (t = f.__$u)) f.__$u = t = function(i, n) {
				var r;
				x(function() {
					r = this;
				}, { name: n });
				r.c = i;
				return r;
			}(function(i) {
				return function() {
					var n;
					if (m) null == (n = this.y) || n.call(this);
					i.__$f |= 1;
					i.setState({});
				};
			}(f), "function" == typeof r.type ? r.type.displayName || r.type.name : "");
		}
		y(t);
	}
});
b("__e", function(i, n, r, t) {
	y();
	i(n, r, t);
});
b("diffed", function(i, n) {
	y();
	var r;
	if ("string" == typeof n.type && (r = n.__e)) {
		var t = n.__np, f = n.props, o = r.U;
		if (o) for (var e in o) {
			var u = o[e];
			if (!(void 0 === u || t && e in t)) {
				u.d();
				o[e] = void 0;
			}
		}
		if (t) {
			if (!o) {
				o = {};
				r.U = o;
			}
			for (var a in t) {
				var c = o[a], v = t[a];
				if (void 0 === c) {
					c = k(r, a, v, f);
					o[a] = c;
				} else c.o(v, f);
			}
		}
	}
	i(n);
});
function k(i, n, r, t) {
	var f = n in i && void 0 === i.ownerSVGElement, o = y$1(r);
	return {
		o: function(i, n) {
			o.value = i;
			t = n;
		},
		d: x(function() {
			this.N = M;
			var r = o.value.value;
			if (t[n] !== r) {
				t[n] = r;
				if (f) i[n] = r;
				else if (null != r && (!1 !== r || "-" === n[4])) i.setAttribute(n, r);
				else i.removeAttribute(n);
			}
		})
	};
}
b("unmount", function(i, n) {
	if ("string" == typeof n.type) {
		var r = n.__e;
		if (r) {
			var t = r.U;
			if (t) {
				r.U = void 0;
				for (var f in t) {
					var o = t[f];
					if (o) o.d();
				}
			}
		}
		var e = n.__np;
		if (e) {
			var u = n.props;
			for (var a in e) u[a] = e[a];
		}
		n.__np = void 0;
	} else {
		var c = n.__c;
		if (c) {
			c.__$f |= 8;
			var v = c.__$u;
			if (v) {
				c.__$u = void 0;
				v.d();
			}
		}
	}
	i(n);
});
b("__h", function(i, n, r, t) {
	if (t < 3) n.__$f |= 2;
	i(n, r, t);
});
x$1.prototype.shouldComponentUpdate = function(i, n) {
	if (this.__R) return !0;
	var r = this.__$u, t = r && void 0 !== r.s;
	for (var f in n) return !0;
	if (this.__f || "boolean" == typeof this.u && !0 === this.u) {
		var o = 2 & this.__$f;
		if (!(t || o || 4 & this.__$f)) return !0;
		if (1 & this.__$f) return !0;
	} else {
		if (!(t || 4 & this.__$f)) return !0;
		if (3 & this.__$f) return !0;
	}
	for (var e in i) if ("__source" !== e && i[e] !== this.props[e]) return !0;
	for (var u in this.props) if (!(u in i)) return !0;
	return !1;
};
function useSignal(i, n) {
	return w$2(function() {
		return y$1(i, n);
	}, []);
}
var A = function(i) {
	queueMicrotask(function() {
		queueMicrotask(i);
	});
};
function F() {
	r(function() {
		var i;
		while (i = g.shift()) h.call(i);
	});
}
function M() {
	if (1 === g.push(this)) (n$1.requestAnimationFrame || A)(F);
}
// mock-datasource/ui/browser/control-plane.ts
/** Where the control plane is: beside the page. */
var BASE = new URL(".", location.href).pathname.replace(/\/$/, "");
var KEPT$1 = "connector-contract-mock-token";
/** What opens the control plane to other machines; empty where the mock asks for none. */
var token = y$1(sessionStorage.getItem(KEPT$1) ?? "");
var isTokenWanted = y$1(false);
var deeds = y$1([]);
var MOST_DEEDS = 30;
/** The control plane has refused something. */
var Refused = class extends Error {};
function headers() {
	return token.value === "" ? {} : { "x-admin-token": token.value };
}
/** Asks the control plane. Throws Refused, with what it says. */
async function ask({ method, path, body }) {
	const response = await fetch(`${BASE}${path}`, {
		method,
		headers: {
			...headers(),
			...body !== void 0 && { "content-type": "application/json" }
		},
		...body !== void 0 && { body: JSON.stringify(body) }
	});
	if (response.status === 401) isTokenWanted.value = true;
	const answer = await response.json();
	if (!response.ok) throw new Refused(answer.message ?? `HTTP ${response.status}`);
	return answer;
}
/** Does something, and puts it on record with its `curl` line. Gives undefined where it was refused. */
async function act(said, request) {
	const line = curlLine(request);
	try {
		const answer = await ask(request);
		record({
			said,
			line
		});
		return answer;
	} catch (error) {
		record({
			said,
			line,
			problem: error instanceof Refused ? error.message : "the mock does not answer"
		});
		return;
	}
}
function record(deed) {
	deeds.value = [deed, ...deeds.value].slice(0, MOST_DEEDS);
}
function useToken(given) {
	sessionStorage.setItem(KEPT$1, given);
	token.value = given;
	isTokenWanted.value = false;
}
/** The line for a shell that asks the control plane the same. */
function curlLine({ method, path, body }) {
	const words = ["curl"];
	if (location.protocol === "https:") words.push("--insecure");
	if (method !== "GET" && !(method === "POST" && body !== void 0)) words.push("--request", method);
	if (token.value !== "") words.push("--header", "\"X-Admin-Token: $TOKEN\"");
	if (body !== void 0) {
		words.push("--header", quoted("Content-Type: application/json"));
		words.push("--data", quoted(JSON.stringify(body)));
	}
	return [...words, quoted(`${location.origin}${BASE}${path}`)].join(" ");
}
/** For a POSIX shell. */
function quoted(text) {
	return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
// mock-datasource/ui/browser/event-stream.ts
/**
* The events of a stream. An `EventSource` would do, if it could send a header with the token.
*/
async function* eventsIn(stream) {
	const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
	let rest = "";
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return;
		const pieces = (rest + value).split("\n\n");
		rest = pieces.pop() ?? "";
		for (const piece of pieces) yield eventOf(piece);
	}
}
function eventOf(text) {
	const field = (name) => text.split("\n").find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
	return {
		type: field("event") ?? "message",
		data: field("data") ?? ""
	};
}
// mock-datasource/ui/browser/live.ts
/** How many exchanges the page knows of; what it shows of them is what can be seen. */
var MOST_KNOWN = 1e5;
var SEARCHES_SHOWN = 300;
/** In milliseconds. */
var BETWEEN_STATES = 1e3;
var BETWEEN_PAINTS = 120;
var BETWEEN_TRIES = 700;
var about = y$1(void 0);
/** The error cases that this mock can have. */
var recipes = y$1([]);
var state = y$1(void 0);
var link = y$1("starting");
/** In the order of their sequence. Changes in place: `known` says that it has. */
var exchanges = [];
var known = y$1({ version: 0 });
function allExchanges() {
	return exchanges;
}
var isPaintDue = false;
function changed() {
	if (isPaintDue) return;
	isPaintDue = true;
	setTimeout(() => {
		isPaintDue = false;
		known.value = { version: known.value.version + 1 };
	}, BETWEEN_PAINTS);
}
function add(glance) {
	const last = exchanges.at(-1)?.sequence ?? 0;
	if (glance.sequence > last) exchanges.push(glance);
	else insert(glance);
	if (exchanges.length > MOST_KNOWN * 1.1) exchanges = exchanges.slice(-1e5);
	changed();
}
/** One that ended later than others that came after it, or one that was under way when it was first seen. */
function insert(glance) {
	let at = exchanges.length;
	while (at > 0 && exchanges[at - 1].sequence > glance.sequence) at -= 1;
	const isKnown = exchanges[at - 1]?.sequence === glance.sequence;
	exchanges.splice(isKnown ? at - 1 : at, isKnown ? 1 : 0, glance);
}
/** Whether an exchange has ended, as far as the page knows it. */
function isKnownToBeOver(sequence) {
	return exchanges.findLast((each) => each.sequence === sequence)?.milliseconds !== void 0;
}
function forgetUpTo(sequence) {
	const kept = exchanges.filter((each) => each.sequence > sequence);
	if (kept.length === exchanges.length) return;
	exchanges = kept;
	changed();
}
/** Brings the state up to date at once, as after something that the page did itself. */
async function refresh() {
	await bringUpToDate();
}
async function bringUpToDate() {
	const made = state.value?.counters["searches_created"] ?? 0;
	const fresh = await ask({
		method: "GET",
		path: `/state?after=${Math.max(0, made - SEARCHES_SHOWN)}&limit=1000`
	});
	r(() => {
		forgetUpTo(fresh.journal.forgotten_up_to);
		state.value = fresh;
	});
	return fresh;
}
async function keepState() {
	for (;;) {
		await pause(BETWEEN_STATES);
		if (link.value === "live" && !document.hidden) await refresh().catch(() => {});
	}
}
async function keepFollowing() {
	for (;;) {
		try {
			if (!isTokenWanted.value) await follow();
		} catch {}
		if (link.value === "live") link.value = "gone";
		else if (link.value === "starting" && !isTokenWanted.value) link.value = "gone";
		await pause(BETWEEN_TRIES);
	}
}
async function follow() {
	about.value = await ask({
		method: "GET",
		path: "/about"
	});
	recipes.value = (await ask({
		method: "GET",
		path: "/recipes"
	})).recipes.filter(({ why_not }) => why_not === void 0);
	const { last_sequence: last } = (await bringUpToDate()).journal;
	if ((exchanges.at(-1)?.sequence ?? 0) > last) forgetUpTo(Number.POSITIVE_INFINITY);
	const waiting = exchanges.find(({ milliseconds }) => milliseconds === void 0);
	const known = waiting === void 0 ? exchanges.at(-1)?.sequence : waiting.sequence - 1;
	const after = Math.max(known ?? 0, last - MOST_KNOWN);
	const response = await fetch(`${BASE}/journal?glance=true&after=${after}`, { headers: {
		...headers(),
		accept: "text/event-stream"
	} });
	if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`);
	link.value = "live";
	for await (const { type, data } of eventsIn(response.body)) if (type === "message") add(JSON.parse(data));
}
function pause(milliseconds) {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
function start() {
	keepFollowing();
	keepState();
}
// node_modules/preact/jsx-runtime/dist/jsxRuntime.mjs
var f = Symbol.for("pv");
var o = 0;
Array.isArray;
function a(t, e, n, u, a, i) {
	e || (e = {});
	var c, l, p = e;
	if ("ref" in p && "function" != typeof t) for (l in p = {}, e) "ref" == l ? c = e[l] : p[l] = e[l];
	var s = {
		type: t,
		props: p,
		key: n,
		ref: c,
		__k: null,
		__: null,
		__b: 0,
		__e: null,
		__c: null,
		constructor: f,
		__v: --o,
		__i: -1,
		__u: 0
	};
	return (a || i) && (s.__source = a, s.__self = i), n$1.vnode && n$1.vnode(s), s;
}
// mock-datasource/ui/browser/copy-button.tsx
/** Copies a text. Where the browser does not allow that, shows it to be selected. */
function CopyButton({ text, label }) {
	const said = useSignal("");
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(text);
			said.value = "Copied";
		} catch {
			said.value = "Not allowed here";
		}
		setTimeout(() => {
			said.value = "";
		}, 1500);
	};
	return /* @__PURE__ */ a("button", {
		type: "button",
		class: "quiet",
		onClick: copy,
		title: text,
		children: /* @__PURE__ */ a("span", {
			"aria-live": "polite",
			children: said.value === "" ? label : said.value
		})
	});
}
// mock-datasource/ui/browser/api-room.tsx
var operation = y$1("any");
async function failNext(code) {
	const body = {
		kind: "api-error",
		code,
		...operation.value === "any" ? {} : { operation: operation.value },
		times: 1
	};
	await act(`Fail the next request with ${code}`, {
		method: "POST",
		path: "/faults",
		body
	});
	await refresh();
}
/** What can be asked, how it fails, and how to bring that about. */
function ApiRoom() {
	const { operations = [], errors = [], states = [] } = about.value ?? {};
	return /* @__PURE__ */ a("div", {
		class: "room",
		children: [
			/* @__PURE__ */ a("section", {
				"aria-labelledby": "operations",
				children: [/* @__PURE__ */ a("h2", {
					id: "operations",
					children: "Operations"
				}), /* @__PURE__ */ a("ul", {
					class: "operations",
					children: operations.map(({ name, method, path, paged, role }) => /* @__PURE__ */ a("li", { children: [
						/* @__PURE__ */ a("b", { children: name }),
						/* @__PURE__ */ a("code", { children: [
							method,
							" ",
							path
						] }),
						/* @__PURE__ */ a("small", { children: role ?? (paged ? "gives pages" : "") })
					] }, name))
				})]
			}),
			states.length === 0 ? null : /* @__PURE__ */ a("section", {
				"aria-labelledby": "states",
				children: [/* @__PURE__ */ a("h2", {
					id: "states",
					children: "Statuses of a search"
				}), /* @__PURE__ */ a("ol", {
					class: "states",
					children: states.map(({ word, means }) => /* @__PURE__ */ a("li", { children: /* @__PURE__ */ a("span", {
						class: `pill ${means.toLowerCase()}`,
						children: word
					}) }, word))
				})]
			}),
			/* @__PURE__ */ a("section", {
				"aria-labelledby": "errors",
				children: [/* @__PURE__ */ a("header", {
					class: "row",
					children: [/* @__PURE__ */ a("h2", {
						id: "errors",
						children: "Errors"
					}), /* @__PURE__ */ a("label", {
						class: "inline",
						children: [/* @__PURE__ */ a("span", { children: "at" }), /* @__PURE__ */ a("select", {
							value: operation.value,
							onChange: (event) => {
								operation.value = event.currentTarget.value;
							},
							children: [/* @__PURE__ */ a("option", {
								value: "any",
								children: "any operation"
							}), operations.map(({ name }) => /* @__PURE__ */ a("option", { children: name }, name))]
						})]
					})]
				}), /* @__PURE__ */ a("ul", {
					class: "errors",
					children: errors.map(({ code, http, message, means, query }) => /* @__PURE__ */ a("li", {
						class: "card",
						children: [
							/* @__PURE__ */ a("div", {
								class: "head",
								children: [
									/* @__PURE__ */ a("b", { children: code }),
									/* @__PURE__ */ a("span", {
										class: `status s${String(http)[0]}`,
										children: http
									}),
									/* @__PURE__ */ a("small", { children: means[0] ?? "" })
								]
							}),
							/* @__PURE__ */ a("p", { children: message }),
							query === null ? null : /* @__PURE__ */ a("code", {
								class: "query",
								children: query
							}),
							/* @__PURE__ */ a("div", {
								class: "actions",
								children: [/* @__PURE__ */ a("button", {
									type: "button",
									"aria-label": `Fail with this next: ${code}`,
									onClick: () => failNext(code),
									children: "Fail with this next"
								}), query === null ? null : /* @__PURE__ */ a(CopyButton, {
									text: query,
									label: "Copy query"
								})]
							})
						]
					}, code))
				})]
			})
		]
	});
}
// mock-datasource/ui/browser/deed-bar.tsx
/** What the page did last, and the line that would do the same. */
function DeedBar() {
	const isOpen = useSignal(false);
	const [latest] = deeds.value;
	if (latest === void 0) return null;
	return /* @__PURE__ */ a("section", {
		class: "deeds",
		"aria-label": "What was done",
		children: [/* @__PURE__ */ a("ol", {
			"aria-live": "polite",
			children: (isOpen.value ? deeds.value : [latest]).map(({ said, line, problem }, index) => /* @__PURE__ */ a("li", {
				class: problem === void 0 ? "" : "bad",
				children: [
					/* @__PURE__ */ a("span", {
						class: "said",
						children: problem === void 0 ? said : `${said}: ${problem}`
					}),
					/* @__PURE__ */ a("code", {
						title: line,
						children: line
					}),
					/* @__PURE__ */ a(CopyButton, {
						text: line,
						label: "Copy"
					})
				]
			}, deeds.value.length - index))
		}), deeds.value.length > 1 ? /* @__PURE__ */ a("button", {
			type: "button",
			class: "quiet",
			"aria-expanded": isOpen.value,
			onClick: () => {
				isOpen.value = !isOpen.value;
			},
			children: isOpen.value ? "Latest only" : `All ${deeds.value.length}`
		}) : null]
	});
}
// mock-datasource/ui/browser/fault-draft.ts
/** The fault that the form holds. */
var draft = y$1({ kind: "api-error" });
/** As `--fault` takes it. */
function optionOf(spec) {
	const { kind, ...fields } = spec;
	const pairs = Object.entries(fields);
	const text = pairs.every(([, value]) => typeof value !== "object" && !/[,"']/.test(String(value))) ? [kind, ...pairs.map(([name, value]) => `${name}=${value}`)].join(",") : JSON.stringify(spec);
	return `--fault ${/^[\w=,./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`}`;
}
// mock-datasource/ui/browser/tree.tsx
/** How many elements of a list are shown at once. */
var MOST$1 = 200;
/** A body: folded as a tree where it is JSON, as it is where not. */
function Body({ text, isCut }) {
	if (text === "") return /* @__PURE__ */ a("p", {
		class: "empty",
		children: "no body"
	});
	const value = isCut ? void 0 : parsed(text);
	return /* @__PURE__ */ a("div", {
		class: "body",
		children: [value === void 0 ? /* @__PURE__ */ a("pre", { children: text }) : /* @__PURE__ */ a(Node, {
			value: value.json,
			depth: 0
		}), isCut ? /* @__PURE__ */ a("p", {
			class: "note",
			children: "The journal keeps no more of it."
		}) : null]
	});
}
function parsed(text) {
	try {
		return { json: JSON.parse(text) };
	} catch {
		return;
	}
}
function Node({ name, value, depth }) {
	if (typeof value !== "object" || value === null) return /* @__PURE__ */ a("div", {
		class: "leaf",
		children: [/* @__PURE__ */ a(Name, { name }), /* @__PURE__ */ a("span", {
			class: value === null ? "null" : typeof value,
			children: JSON.stringify(value)
		})]
	});
	const entries = Object.entries(value);
	const brackets = Array.isArray(value) ? "[]" : "{}";
	const size = `${brackets[0]}${entries.length === 0 ? "" : ` ${entries.length} `}${brackets[1]}`;
	if (entries.length === 0) return /* @__PURE__ */ a("div", {
		class: "leaf",
		children: [/* @__PURE__ */ a(Name, { name }), size]
	});
	return /* @__PURE__ */ a("details", {
		class: "tree",
		open: depth < 2,
		children: [
			/* @__PURE__ */ a("summary", { children: [/* @__PURE__ */ a(Name, { name }), /* @__PURE__ */ a("span", {
				class: "size",
				children: size
			})] }),
			entries.slice(0, MOST$1).map(([key, each]) => /* @__PURE__ */ a(Node, {
				name: key,
				value: each,
				depth: depth + 1
			}, key)),
			entries.length > MOST$1 ? /* @__PURE__ */ a("p", {
				class: "note",
				children: [entries.length - MOST$1, " more"]
			}) : null
		]
	});
}
function Name({ name }) {
	return name === void 0 ? null : /* @__PURE__ */ a("span", {
		class: "name",
		children: name
	});
}
// mock-datasource/ui/browser/exchange-detail.tsx
/** One exchange, opened: what was asked beside what was answered. */
function ExchangeDetail({ sequence, close }) {
	const detail = useSignal(void 0);
	const problem = useSignal("");
	known.value;
	A$1(() => {
		ask({
			method: "GET",
			path: `/exchanges/${sequence}`
		}).then((found) => {
			detail.value = found;
		}).catch((error) => {
			problem.value = link.value === "live" ? error.message : "The mock does not answer.";
		});
	}, [sequence, isKnownToBeOver(sequence)]);
	return /* @__PURE__ */ a("section", {
		class: "detail",
		"aria-label": `Exchange ${sequence}`,
		children: [
			/* @__PURE__ */ a("header", { children: [/* @__PURE__ */ a("h2", { children: ["Exchange ", sequence] }), /* @__PURE__ */ a("button", {
				type: "button",
				class: "quiet",
				onClick: close,
				children: "Close"
			})] }),
			problem.value === "" ? null : /* @__PURE__ */ a("p", {
				class: "empty",
				children: problem.value
			}),
			detail.value ? /* @__PURE__ */ a(Opened, { ...detail.value }) : null
		]
	});
}
function Opened({ exchange, query, call }) {
	const { request, response, fault, unexpected, secrets, connection } = exchange;
	return /* @__PURE__ */ a($, { children: [
		/* @__PURE__ */ a("dl", {
			class: "facts",
			children: [
				/* @__PURE__ */ a(Fact, {
					name: "Operation",
					value: exchange.operation ?? "none"
				}),
				exchange.search_id === void 0 ? null : /* @__PURE__ */ a(Fact, {
					name: "Search",
					value: exchange.search_id
				}),
				query === null ? null : /* @__PURE__ */ a(Fact, {
					name: "Query",
					value: query
				}),
				fault === void 0 ? null : /* @__PURE__ */ a(Fact, {
					name: "Fault",
					value: nameOf(fault)
				}),
				unexpected === void 0 ? null : /* @__PURE__ */ a(Fact, {
					name: "Unexpected",
					value: unexpected
				}),
				/* @__PURE__ */ a(Fact, {
					name: "Connection",
					value: `${connection.number}${connection.encrypted ? ", encrypted" : ""}`
				}),
				secrets.length === 0 ? null : /* @__PURE__ */ a(Fact, {
					name: "Secrets",
					value: secrets.map((each) => `${each.name} in ${each.where}`).join(", ")
				})
			]
		}),
		/* @__PURE__ */ a(Actions, {
			exchange,
			query,
			call
		}),
		/* @__PURE__ */ a("div", {
			class: "pair",
			children: [/* @__PURE__ */ a("article", { children: [/* @__PURE__ */ a("h3", { children: [
				request.method,
				" ",
				/* @__PURE__ */ a("span", {
					class: "path",
					children: request.path
				})
			] }), /* @__PURE__ */ a(Parts, { message: request })] }), /* @__PURE__ */ a("article", { children: [/* @__PURE__ */ a("h3", { children: response === void 0 ? isKnownToBeOver(exchange.sequence) ? "Nothing was answered" : "Nothing has been answered yet" : /* @__PURE__ */ a("span", {
				class: `status s${String(response.status)[0]}`,
				children: response.status
			}) }), response === void 0 ? null : /* @__PURE__ */ a(Parts, {
				message: response,
				isCut: response.truncated === true
			})] })]
		}),
		exchange.bodies_dropped ? /* @__PURE__ */ a("p", {
			class: "note",
			children: "Its headers and bodies have made room for newer ones (--journal)."
		}) : null
	] });
}
function nameOf(id) {
	const kind = state.value?.faults.find((each) => each.id === id)?.spec.kind;
	return kind === void 0 ? id : `${kind} (${id})`;
}
function Fact({ name, value }) {
	return /* @__PURE__ */ a("div", { children: [/* @__PURE__ */ a("dt", { children: name }), /* @__PURE__ */ a("dd", { children: value })] });
}
function Parts({ message, isCut }) {
	const names = Object.entries(message.headers);
	return /* @__PURE__ */ a($, { children: [/* @__PURE__ */ a("details", {
		class: "headers",
		children: [/* @__PURE__ */ a("summary", { children: [
			names.length,
			" ",
			names.length === 1 ? "header" : "headers"
		] }), /* @__PURE__ */ a("dl", { children: names.map(([name, value]) => /* @__PURE__ */ a("div", { children: [/* @__PURE__ */ a("dt", { children: name }), /* @__PURE__ */ a("dd", { children: value })] }, name)) })]
	}), /* @__PURE__ */ a(Body, {
		text: message.body ?? "",
		isCut: isCut === true
	})] });
}
function Actions({ exchange, call }) {
	const { response } = exchange;
	const spec = specOf(exchange);
	const answerSo = async () => {
		await act(`Answer ${exchange.operation ?? "everything"} so from now on`, {
			method: "POST",
			path: "/faults",
			body: spec
		});
		await refresh();
	};
	return /* @__PURE__ */ a("div", {
		class: "actions",
		children: [
			/* @__PURE__ */ a(CopyButton, {
				text: curlOf(exchange),
				label: "Copy curl"
			}),
			call === null ? null : /* @__PURE__ */ a(CopyButton, {
				text: transmitOf(call),
				label: "Copy transmit"
			}),
			response === void 0 ? null : /* @__PURE__ */ a($, { children: [/* @__PURE__ */ a("button", {
				type: "button",
				onClick: () => {
					draft.value = {
						...spec,
						times: 1
					};
					location.hash = "faults";
				},
				children: "Make this a fault"
			}), /* @__PURE__ */ a("button", {
				type: "button",
				onClick: answerSo,
				children: "Answer so from now on"
			})] })
		]
	});
}
/** A fault that answers as this exchange was answered. */
function specOf({ operation, response }) {
	const { status = 200, headers = {}, body = "" } = response ?? {};
	const type = headers["content-type"];
	return {
		kind: "http-status",
		...operation !== void 0 && { operation },
		status: Math.max(200, status),
		...body !== "" && { body },
		...type !== void 0 && { headers: { "content-type": type } }
	};
}
/** Secrets are masked here; those of the mock's account are printed where it was started. */
function curlOf({ request }) {
	const left = [
		"host",
		"connection",
		"content-length",
		"accept-encoding",
		"user-agent"
	];
	const headers = Object.entries(request.headers).filter(([name]) => !left.includes(name)).flatMap(([name, value]) => ["--header", headerOf(name, value)]);
	const insecure = location.protocol === "https:" ? ["--insecure"] : [];
	const body = request.body === void 0 ? [] : ["--data", quoted(request.body)];
	const target = quoted(`${location.origin}${request.path}`);
	const method = request.method === "GET" ? [] : ["--request", request.method];
	return [
		"curl",
		"--globoff",
		...insecure,
		...method,
		...headers,
		...body,
		target
	].join(" ");
}
function headerOf(name, value) {
	return /<the [\w ]+>/.test(value) ? `"${name}: $SECRET"` : quoted(`${name}: ${value}`);
}
function transmitOf({ method, arguments: given }) {
	return `npx connector-contract transmit ${about.value?.connector ?? "your-connector"} "$connection" "$configuration" ${[method, ...given.map((each) => quoted(String(each)))].join(" ")}`;
}
// mock-datasource/ui/browser/holding.ts
/** How many exchanges are looked through at once, so that the mock has its turn for others. */
var AT_ONCE = 2e3;
var NONE = {
	text: "",
	sequences: /* @__PURE__ */ new Set(),
	lookedUpTo: 0
};
var held$1 = y$1(NONE);
var isLooking = y$1(false);
/** Looks for another text from now on. */
function lookFor(text) {
	held$1.value = {
		...NONE,
		text
	};
}
/** Looks through what is new, until nothing is. */
async function look() {
	if (isLooking.peek()) return;
	isLooking.value = true;
	try {
		for (;;) {
			const { text, sequences, lookedUpTo } = held$1.peek();
			const last = allExchanges().findLast(({ milliseconds }) => milliseconds !== void 0);
			if (text === "" || lookedUpTo >= (last?.sequence ?? 0)) return;
			const found = await ask({
				method: "GET",
				path: `/journal/holding?${new URLSearchParams({
					text,
					after: String(lookedUpTo),
					limit: String(AT_ONCE)
				})}`
			});
			if (held$1.peek().text !== text) continue;
			if (found.looked_up_to === lookedUpTo) return;
			held$1.value = {
				text,
				sequences: found.sequences.length === 0 ? sequences : /* @__PURE__ */ new Set([...sequences, ...found.sequences]),
				lookedUpTo: found.looked_up_to
			};
		}
	} catch {} finally {
		isLooking.value = false;
	}
}
x(() => {
	known.value;
	if (held$1.value.text !== "") look();
});
// mock-datasource/ui/browser/virtual-list.tsx
/** Rows beyond what is seen, above and below. */
var MARGIN = 8;
/** A list of any length, of which only what is seen is in the page. Arrow keys choose, Escape leaves. */
function VirtualList(list) {
	const { label, count, rowHeight, keyOf, chosen, row, choose, leave } = list;
	const box = T(null);
	const seen = useSignal({
		top: 0,
		height: 600
	});
	const first = T(void 0);
	const look = () => {
		const { scrollTop: top = 0, clientHeight: height = 600 } = box.current ?? {};
		const at = Math.floor(top / rowHeight);
		first.current = top < rowHeight || at >= count ? void 0 : {
			key: keyOf(at),
			offset: top % rowHeight
		};
		const old = seen.peek();
		if (old.top !== top || old.height !== height) seen.value = {
			top,
			height
		};
	};
	A$1(() => {
		const observer = new ResizeObserver(look);
		if (box.current) observer.observe(box.current);
		return () => observer.disconnect();
	}, []);
	F$1(() => {
		const { current: kept } = first;
		if (kept === void 0 || box.current === null) return;
		let at = Math.floor(box.current.scrollTop / rowHeight);
		while (at < count && keyOf(at) > kept.key) at += 1;
		if (at < count && keyOf(at) === kept.key) box.current.scrollTop = at * rowHeight + kept.offset;
	});
	const from = Math.max(0, Math.floor(seen.value.top / rowHeight) - MARGIN);
	const to = Math.min(count, Math.ceil((seen.value.top + seen.value.height) / rowHeight) + MARGIN);
	const press = (event) => {
		const page = Math.max(1, Math.floor(seen.value.height / rowHeight) - 1);
		const steps = {
			ArrowDown: 1,
			ArrowUp: -1,
			PageDown: page,
			PageUp: -page,
			Home: -count,
			End: count
		};
		if (event.key === "Escape") leave();
		const step = steps[event.key];
		if (step === void 0 || count === 0) return;
		event.preventDefault();
		const next = Math.min(count - 1, Math.max(0, chosen < 0 ? 0 : chosen + step));
		choose(next);
		const { current } = box;
		if (current === null) return;
		const top = next * rowHeight;
		if (top < current.scrollTop) current.scrollTop = top;
		if (top + rowHeight > current.scrollTop + current.clientHeight) current.scrollTop = top + rowHeight - current.clientHeight;
	};
	return /* @__PURE__ */ a("div", {
		ref: box,
		class: "virtual",
		role: "listbox",
		"aria-label": label,
		"aria-activedescendant": chosen >= from && chosen < to ? `row-${keyOf(chosen)}` : void 0,
		tabIndex: 0,
		onScroll: look,
		onKeyDown: press,
		children: [/* @__PURE__ */ a("svg", {
			class: "spacer",
			width: "1",
			height: count * rowHeight,
			"aria-hidden": "true"
		}), /* @__PURE__ */ a("div", {
			class: "window",
			ref: (element) => place(element, from * rowHeight),
			children: Array.from({ length: Math.max(0, to - from) }, (_, step) => {
				const index = from + step;
				return /* @__PURE__ */ a("div", {
					id: `row-${keyOf(index)}`,
					role: "option",
					"aria-selected": index === chosen,
					"aria-setsize": count,
					"aria-posinset": index + 1,
					onClick: () => choose(index),
					children: row(index)
				}, keyOf(index));
			})
		})]
	});
}
/** By script, since the page allows no style that stands in its text. */
function place(element, top) {
	if (element) element.style.transform = `translateY(${top}px)`;
}
// mock-datasource/ui/browser/exchanges-room.tsx
var narrow = matchMedia("(max-width: 44rem)");
var rowHeight = y$1(narrow.matches ? 58 : 34);
narrow.addEventListener("change", () => {
	rowHeight.value = narrow.matches ? 58 : 34;
});
var ALL = {
	operation: "",
	search: "",
	status: "",
	fault: "",
	text: ""
};
var filter = y$1(ALL);
var isHeld = y$1(false);
var held = [];
var listed = O(() => {
	known.value;
	const wanted = filter.value;
	const all = isHeld.value ? held : allExchanges();
	return wanted === ALL ? all.slice() : all.filter((glance) => passes(glance, wanted));
});
var opened$1 = y$1(void 0);
function passes(glance, { operation, search, status, fault, text }) {
	return (operation === "" || (glance.operation ?? "none") === operation) && (search === "" || (glance.search_id ?? "").includes(search)) && (status === "" || statusOf(glance) === status) && (fault === "" || (fault === "any" ? glance.fault !== void 0 : glance.fault === void 0)) && (text === "" || holds(glance, text.toLowerCase()) || held$1.value.sequences.has(glance.sequence));
}
function statusOf({ status }) {
	return status === void 0 ? "none" : `${String(status)[0]}xx`;
}
function holds({ path, method, unexpected = "", fault, search_id = "" }, text) {
	return `${method} ${path} ${search_id} ${unexpected} ${fault?.kind ?? ""} ${fault?.id ?? ""}`.toLowerCase().includes(text);
}
/** Exchanges as they come, the newest first. */
function ExchangesRoom() {
	const list = listed.value;
	const at = (index) => list[list.length - 1 - index];
	const chosen = opened$1.value === void 0 ? -1 : placeOf(list, opened$1.value);
	return /* @__PURE__ */ a("div", {
		class: opened$1.value === void 0 ? "split" : "split opened",
		children: [/* @__PURE__ */ a("section", {
			"aria-label": "Exchanges",
			class: "list",
			children: [
				/* @__PURE__ */ a(FilterBar, { found: list.length }),
				list.length === 0 ? /* @__PURE__ */ a(Nothing, {}) : null,
				/* @__PURE__ */ a(VirtualList, {
					label: "Exchanges, the newest first",
					count: list.length,
					rowHeight: rowHeight.value,
					keyOf: (index) => at(index).sequence,
					chosen,
					row: (index) => /* @__PURE__ */ a(Row, { glance: at(index) }),
					choose: (index) => {
						opened$1.value = at(index).sequence;
					},
					leave: () => {
						opened$1.value = void 0;
					}
				})
			]
		}), opened$1.value === void 0 ? null : /* @__PURE__ */ a(ExchangeDetail, {
			sequence: opened$1.value,
			close: () => {
				opened$1.value = void 0;
			}
		}, opened$1.value)]
	});
}
function placeOf(list, sequence) {
	const index = list.findLastIndex((glance) => glance.sequence === sequence);
	return index < 0 ? -1 : list.length - 1 - index;
}
function Nothing() {
	if (filter.value !== ALL) return /* @__PURE__ */ a("p", {
		class: "empty",
		children: "No exchange is like that."
	});
	return /* @__PURE__ */ a("p", {
		class: "empty",
		children: "Nothing has been asked yet. What your connector asks shows here as it happens."
	});
}
function Row({ glance }) {
	const { time, method, path, operation, status, rows, milliseconds, fault, search_id } = glance;
	const base = about.value?.base_path ?? "";
	return /* @__PURE__ */ a("div", {
		class: "exchange",
		children: [
			/* @__PURE__ */ a("time", {
				dateTime: time,
				children: new Date(time).toTimeString().slice(0, 8)
			}),
			/* @__PURE__ */ a("span", {
				class: `status s${String(status ?? "")[0] ?? "0"}`,
				children: status ?? (milliseconds === void 0 ? "…" : "—")
			}),
			/* @__PURE__ */ a("span", {
				class: operation === void 0 ? "operation none" : "operation",
				children: operation ?? "no operation"
			}),
			/* @__PURE__ */ a("span", {
				class: "path",
				title: path,
				children: [
					/* @__PURE__ */ a("b", { children: method }),
					" ",
					shortened(path, base, search_id)
				]
			}),
			/* @__PURE__ */ a("span", {
				class: "search",
				children: search_id ?? ""
			}),
			/* @__PURE__ */ a("span", {
				class: "struck",
				children: fault ? /* @__PURE__ */ a("mark", {
					title: fault.id,
					children: fault.kind
				}) : null
			}),
			/* @__PURE__ */ a("span", {
				class: "rows",
				children: rows === void 0 ? "" : `${rows.toLocaleString("en")} rows`
			}),
			/* @__PURE__ */ a("span", {
				class: "took",
				children: milliseconds === void 0 ? "…" : `${milliseconds} ms`
			})
		]
	});
}
/** Without what all have in common, and with the beginning of a long id. */
function shortened(path, base, id) {
	const own = base !== "" && path.startsWith(`${base}/`) ? path.slice(base.length) : path;
	if (id === void 0 || id.length <= 12) return own;
	return own.replace(encodeURIComponent(id), `${id.slice(0, 8)}…`);
}
function FilterBar({ found }) {
	const set = (name) => (event) => {
		const { value } = event.currentTarget;
		const changed = {
			...filter.value,
			[name]: value
		};
		if (name === "text") lookFor(value);
		filter.value = Object.values(changed).every((each) => each === "") ? ALL : changed;
	};
	const { operation, search, status, fault, text } = filter.value;
	return /* @__PURE__ */ a("form", {
		class: "filters",
		onSubmit: (event) => event.preventDefault(),
		"aria-label": "Filters",
		children: [
			/* @__PURE__ */ a("input", {
				type: "search",
				"aria-label": "Text in path, search, fault, problem, headers or bodies",
				placeholder: "Filter by text",
				value: text,
				onInput: set("text")
			}),
			/* @__PURE__ */ a("select", {
				"aria-label": "Operation",
				value: operation,
				onChange: set("operation"),
				children: [
					/* @__PURE__ */ a("option", {
						value: "",
						children: "any operation"
					}),
					about.value?.operations.map(({ name }) => /* @__PURE__ */ a("option", { children: name }, name)),
					/* @__PURE__ */ a("option", {
						value: "none",
						children: "no operation"
					})
				]
			}),
			/* @__PURE__ */ a("select", {
				"aria-label": "Status",
				value: status,
				onChange: set("status"),
				children: [
					/* @__PURE__ */ a("option", {
						value: "",
						children: "any status"
					}),
					[
						"2xx",
						"3xx",
						"4xx",
						"5xx"
					].map((each) => /* @__PURE__ */ a("option", { children: each }, each)),
					/* @__PURE__ */ a("option", {
						value: "none",
						children: "no answer"
					})
				]
			}),
			/* @__PURE__ */ a("select", {
				"aria-label": "Fault",
				value: fault,
				onChange: set("fault"),
				children: [
					/* @__PURE__ */ a("option", {
						value: "",
						children: "fault or not"
					}),
					/* @__PURE__ */ a("option", {
						value: "any",
						children: "struck by a fault"
					}),
					/* @__PURE__ */ a("option", {
						value: "none",
						children: "not struck"
					})
				]
			}),
			/* @__PURE__ */ a("input", {
				"aria-label": "Search id",
				placeholder: "search id",
				class: "short",
				value: search,
				onInput: set("search")
			}),
			/* @__PURE__ */ a("button", {
				type: "button",
				class: "quiet",
				"aria-pressed": isHeld.value,
				onClick: () => {
					held = allExchanges().slice();
					isHeld.value = !isHeld.value;
				},
				children: isHeld.value ? "Go on" : "Hold"
			}),
			/* @__PURE__ */ a("output", {
				class: "found",
				children: [
					found.toLocaleString("en"),
					" shown",
					isLooking.value ? ", still looking" : ""
				]
			})
		]
	});
}
// mock-datasource/ui/browser/field-input.tsx
/** One field of the fault in the form, by what its schema says it holds. */
function FieldInput({ field }) {
	const { name, input, choices = [], required, unit } = field;
	const value = draft.value[name];
	const set = (given) => {
		const { [name]: _old, ...others } = draft.value;
		draft.value = given === void 0 ? others : {
			...others,
			[name]: given
		};
	};
	const label = /* @__PURE__ */ a("span", { children: [
		name,
		required ? /* @__PURE__ */ a("em", { children: " needed" }) : null,
		unit === null ? null : /* @__PURE__ */ a("small", { children: [" ", unit] })
	] });
	if (input === "choice") return /* @__PURE__ */ a("label", {
		class: "field",
		children: [label, /* @__PURE__ */ a("select", {
			value: value === void 0 ? "" : String(value),
			onChange: (event) => set(choices.find((each) => String(each) === event.currentTarget.value)),
			children: [/* @__PURE__ */ a("option", {
				value: "",
				children: required ? "choose" : "as usual"
			}), choices.map((each) => /* @__PURE__ */ a("option", { children: String(each) }, String(each)))]
		})]
	});
	if (input === "boolean") return /* @__PURE__ */ a("label", {
		class: "field check",
		children: [label, /* @__PURE__ */ a("input", {
			type: "checkbox",
			checked: value === true,
			onChange: (event) => set(event.currentTarget.checked || void 0)
		})]
	});
	return /* @__PURE__ */ a("label", {
		class: "field",
		children: [label, /* @__PURE__ */ a("input", {
			...input === "number" ? {
				type: "number",
				step: "any"
			} : { type: "text" },
			value: typeof value === "object" ? JSON.stringify(value) : String(value ?? ""),
			onInput: (event) => set(read(event.currentTarget.value, input))
		})]
	});
}
function read(text, input) {
	if (text === "") return void 0;
	if (input === "text") return text;
	if (input === "number") return Number(text);
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
// mock-datasource/ui/browser/fault-form.tsx
/** A form for any kind of fault, made from its own schema, with what it will answer. */
function FaultForm() {
	const kinds = about.value?.faults.kinds ?? [];
	const spec = draft.value;
	const kind = kinds.find((each) => each.kind === spec.kind);
	const add = async (event) => {
		event.preventDefault();
		await act(`Add ${spec.kind}`, {
			method: "POST",
			path: "/faults",
			body: spec
		});
		await refresh();
	};
	return /* @__PURE__ */ a("section", {
		"aria-labelledby": "adding",
		children: [/* @__PURE__ */ a("h2", {
			id: "adding",
			children: "Add a fault"
		}), /* @__PURE__ */ a("form", {
			class: "adding",
			onSubmit: add,
			children: [/* @__PURE__ */ a("div", {
				class: "card",
				children: [
					/* @__PURE__ */ a("label", {
						class: "field",
						children: [/* @__PURE__ */ a("span", { children: "Kind" }), /* @__PURE__ */ a("select", {
							value: spec.kind,
							onChange: (event) => {
								draft.value = {
									kind: event.currentTarget.value,
									...whereOf()
								};
							},
							children: kinds.map((each) => /* @__PURE__ */ a("option", { children: each.kind }, each.kind))
						})]
					}),
					/* @__PURE__ */ a("p", {
						class: "says",
						children: [
							kind?.says,
							" ",
							kind?.proceeds ? "The operation takes effect." : "The operation is not performed."
						]
					}),
					/* @__PURE__ */ a("div", {
						class: "fields",
						children: kind?.fields.map((field) => /* @__PURE__ */ a(FieldInput, { field: withChoices(field) }, field.name))
					}),
					/* @__PURE__ */ a("h3", { children: "Where and when" }),
					/* @__PURE__ */ a("div", {
						class: "fields",
						children: about.value?.faults.where.map((field) => /* @__PURE__ */ a(FieldInput, { field: withChoices(field) }, field.name))
					}),
					/* @__PURE__ */ a("div", {
						class: "actions",
						children: [
							/* @__PURE__ */ a("button", {
								type: "submit",
								class: "primary",
								children: "Add fault"
							}),
							/* @__PURE__ */ a(CopyButton, {
								text: optionOf(spec),
								label: "Copy --fault"
							}),
							/* @__PURE__ */ a(CopyButton, {
								text: curlLine({
									method: "POST",
									path: "/faults",
									body: spec
								}),
								label: "Copy curl"
							})
						]
					})
				]
			}), /* @__PURE__ */ a(Preview, {})]
		})]
	});
}
/** What of the draft holds for any kind. */
function whereOf() {
	const names = about.value?.faults.where.map(({ name }) => name) ?? [];
	return Object.fromEntries(Object.entries(draft.value).filter(([name]) => names.includes(name)));
}
function withChoices(field) {
	const { operations = [], errors = [] } = about.value ?? {};
	if (field.name === "operation") return {
		...field,
		input: "choice",
		choices: ["any", ...operations.map(({ name }) => name)]
	};
	if (field.name === "code") return {
		...field,
		input: "choice",
		choices: errors.map(({ code }) => code)
	};
	return field;
}
/** An example of what will be answered, before the fault is added. */
function Preview() {
	const example = useSignal(void 0);
	const problem = useSignal("");
	const spec = draft.value;
	A$1(() => {
		const later = setTimeout(async () => {
			const found = await ask({
				method: "POST",
				path: "/faults/example",
				body: spec
			}).catch(() => void 0);
			if (found === void 0) return;
			example.value = found;
			problem.value = found.problem ?? "";
		}, 150);
		return () => clearTimeout(later);
	}, [spec]);
	const { answer, notes = [] } = example.value ?? {};
	return /* @__PURE__ */ a("aside", {
		class: "card preview",
		"aria-label": "Example",
		children: [
			/* @__PURE__ */ a("h3", { children: "What a client gets" }),
			problem.value === "" ? null : /* @__PURE__ */ a("p", {
				class: "problem",
				children: problem.value
			}),
			problem.value === "" && example.value ? /* @__PURE__ */ a($, { children: [notes.map((note) => /* @__PURE__ */ a("p", {
				class: "note",
				children: note
			}, note)), answer === void 0 ? /* @__PURE__ */ a("p", {
				class: "empty",
				children: "No answer."
			}) : /* @__PURE__ */ a($, { children: [/* @__PURE__ */ a("p", { children: [
				/* @__PURE__ */ a("span", {
					class: `status s${String(answer.status)[0]}`,
					children: answer.status
				}),
				" ",
				/* @__PURE__ */ a("small", { children: answer.headers["content-type"] ?? answer.headers["location"] ?? "" }),
				answer.headers["retry-after"] === void 0 ? null : /* @__PURE__ */ a("small", { children: [" Retry-After: ", answer.headers["retry-after"]] })
			] }), /* @__PURE__ */ a(Body, {
				text: answer.body,
				isCut: answer.truncated === true
			})] })] }) : null,
			/* @__PURE__ */ a("code", {
				class: "option",
				children: optionOf(spec)
			})
		]
	});
}
// mock-datasource/ui/browser/faults-room.tsx
/** How many error cases stand there at once; the others are a click away. */
var FIRST$1 = 12;
/** What goes wrong: the cases that people report, what is in force, and a form for any other. */
function FaultsRoom() {
	const faults = state.value?.faults ?? [];
	return /* @__PURE__ */ a("div", {
		class: "room",
		children: [
			/* @__PURE__ */ a("section", {
				"aria-labelledby": "cases",
				children: [
					/* @__PURE__ */ a("h2", {
						id: "cases",
						children: "Error cases"
					}),
					/* @__PURE__ */ a("p", {
						class: "lead",
						children: "One click brings about what people report, as --recipe does. Reset takes everything back."
					}),
					/* @__PURE__ */ a(Cases, { recipes: recipes.value.slice(0, FIRST$1) }),
					recipes.value.length <= FIRST$1 ? null : /* @__PURE__ */ a("details", {
						class: "more",
						children: [/* @__PURE__ */ a("summary", { children: `${recipes.value.length - FIRST$1} more` }), /* @__PURE__ */ a(Cases, { recipes: recipes.value.slice(FIRST$1) })]
					})
				]
			}),
			/* @__PURE__ */ a("section", {
				"aria-labelledby": "force",
				children: [/* @__PURE__ */ a("header", {
					class: "row",
					children: [/* @__PURE__ */ a("h2", {
						id: "force",
						children: "In force"
					}), faults.length === 0 ? null : /* @__PURE__ */ a("button", {
						type: "button",
						onClick: () => perform$1("Remove all faults", {
							method: "DELETE",
							path: "/faults"
						}),
						children: "Remove all"
					})]
				}), faults.length === 0 ? /* @__PURE__ */ a("p", {
					class: "empty",
					children: "No fault is in force: everything is answered as the data source does."
				}) : /* @__PURE__ */ a("ol", {
					class: "faults",
					children: faults.map((fault, place) => /* @__PURE__ */ a(InForce, {
						fault,
						place,
						count: faults.length
					}, fault.id))
				})]
			}),
			/* @__PURE__ */ a(FaultForm, {})
		]
	});
}
function Cases({ recipes }) {
	return /* @__PURE__ */ a("ul", {
		class: "cases",
		children: recipes.map(({ name, says, correct }) => /* @__PURE__ */ a("li", { children: /* @__PURE__ */ a("button", {
			type: "button",
			class: "case",
			title: `A correct connector: ${correct}`,
			onClick: () => perform$1(name, {
				method: "POST",
				path: "/recipes",
				body: { recipe: name }
			}),
			children: [/* @__PURE__ */ a("b", { children: name }), /* @__PURE__ */ a("span", { children: says })]
		}) }, name))
	});
}
async function perform$1(said, request) {
	await act(said, request);
	await refresh();
}
function InForce({ fault, place, count }) {
	const { id, spec, off } = fault;
	const { kind, ...fields } = spec;
	const change = (said, body) => perform$1(`${said} ${id}`, {
		method: "PATCH",
		path: `/faults/${id}`,
		body
	});
	return /* @__PURE__ */ a("li", {
		class: off ? "card off" : "card",
		children: [
			/* @__PURE__ */ a("label", {
				class: "switch",
				children: [/* @__PURE__ */ a("input", {
					type: "checkbox",
					checked: !off,
					onChange: () => change(off ? "Switch on" : "Switch off", { on: off === true })
				}), /* @__PURE__ */ a("span", {
					class: "spoken",
					children: `${kind} (${id}) is on`
				})]
			}),
			/* @__PURE__ */ a("div", {
				class: "what",
				children: [
					/* @__PURE__ */ a("b", { children: kind }),
					" ",
					/* @__PURE__ */ a("small", { children: id }),
					/* @__PURE__ */ a("div", {
						class: "chips",
						children: Object.entries(fields).map(([name, value]) => /* @__PURE__ */ a("span", { children: [
							name,
							" ",
							/* @__PURE__ */ a("b", { children: typeof value === "object" ? JSON.stringify(value) : String(value) })
						] }, name))
					})
				]
			}),
			/* @__PURE__ */ a("p", {
				class: "tally",
				children: tally(fault)
			}),
			/* @__PURE__ */ a("div", {
				class: "actions",
				children: [
					/* @__PURE__ */ a("button", {
						type: "button",
						class: "quiet",
						"aria-label": `Move ${id} up`,
						disabled: place === 0,
						onClick: () => change("Move up", { place: place - 1 }),
						children: "↑"
					}),
					/* @__PURE__ */ a("button", {
						type: "button",
						class: "quiet",
						"aria-label": `Move ${id} down`,
						disabled: place === count - 1,
						onClick: () => change("Move down", { place: place + 1 }),
						children: "↓"
					}),
					/* @__PURE__ */ a("button", {
						type: "button",
						"aria-label": `Remove ${id}`,
						onClick: () => perform$1(`Remove ${id}`, {
							method: "DELETE",
							path: `/faults/${id}`
						}),
						children: "Remove"
					})
				]
			})
		]
	});
}
/** How often it has struck, and will. */
function tally({ spec, seen, struck, succeeded }) {
	const { times = spec["nth"] === void 0 ? spec["requests"] : 1, after, nth } = spec;
	const left = typeof times === "number" ? Math.max(0, times - struck) : void 0;
	const waits = typeof after === "number" && seen < after ? `, lets ${after - seen} pass first` : "";
	const due = typeof nth === "number" ? nth - 1 - (succeeded ?? 0) : 0;
	const waiting = due > 0 && left !== 0 ? `, after ${due} more that succeed` : "";
	return `struck ${struck} of ${seen}, ${left === void 0 ? "goes on" : left === 0 ? "used up" : `${left} to come`}${waits}${waiting}`;
}
// mock-datasource/ui/browser/search-pages.tsx
var SIZES = [
	10,
	100,
	1e3
];
var FIRST = { offset: 0 };
/** The pages of a search, one after the other, as the data source gives them to who follows them. */
function SearchPages({ id }) {
	const way = useSignal([FIRST]);
	const size = useSignal(SIZES[0]);
	const page = useSignal(void 0);
	const problem = useSignal("");
	const [place = FIRST] = way.value.slice(-1);
	const [pages, limit] = [way.value.length - 1, size.value];
	A$1(() => {
		const asked = new URLSearchParams({
			after: String(place.offset),
			limit: String(limit),
			pages: String(pages),
			...place.next !== void 0 && { next: place.next }
		});
		ask({
			method: "GET",
			path: `/searches/${encodeURIComponent(id)}/page?${asked}`
		}).then((found) => {
			page.value = found;
			problem.value = "";
		}).catch((error) => {
			problem.value = error.message;
		});
	}, [
		id,
		place,
		pages,
		limit
	]);
	if (problem.value !== "") return /* @__PURE__ */ a("p", {
		class: "empty",
		children: problem.value
	});
	if (page.value === void 0) return null;
	const { request, response, rows = 0, next } = page.value;
	const isLast = next === null || rows === 0 || response.status >= 300;
	return /* @__PURE__ */ a("div", {
		class: "rows-shown",
		children: [
			/* @__PURE__ */ a("div", {
				class: "actions",
				children: [
					/* @__PURE__ */ a("button", {
						type: "button",
						disabled: pages === 0,
						onClick: () => {
							way.value = way.value.slice(0, -1);
						},
						children: "Before"
					}),
					/* @__PURE__ */ a("span", { children: [
						"Page ",
						pages + 1,
						", ",
						rows.toLocaleString("en"),
						" ",
						rows === 1 ? "row" : "rows"
					] }),
					/* @__PURE__ */ a("button", {
						type: "button",
						disabled: isLast,
						onClick: () => {
							const behind = {
								offset: place.offset + rows,
								...next != null && { next }
							};
							way.value = [...way.value, behind];
						},
						children: "Next"
					}),
					/* @__PURE__ */ a("label", {
						class: "size-of-page",
						children: ["Rows a page", /* @__PURE__ */ a("select", {
							value: limit,
							onChange: (event) => {
								size.value = Number(event.currentTarget.value);
								way.value = [FIRST];
							},
							children: SIZES.map((each) => /* @__PURE__ */ a("option", {
								value: each,
								children: each.toLocaleString("en")
							}, each))
						})]
					})
				]
			}),
			/* @__PURE__ */ a("p", {
				class: "asked",
				children: [
					/* @__PURE__ */ a("span", {
						class: `status s${String(response.status)[0]}`,
						children: response.status
					}),
					" ",
					/* @__PURE__ */ a("b", { children: request.method }),
					" ",
					/* @__PURE__ */ a("code", { children: request.path })
				]
			}),
			/* @__PURE__ */ a(Body, { text: response.body ?? "" })
		]
	});
}
// mock-datasource/ui/browser/searches-room.tsx
var opened = y$1(void 0);
/** Searches at the data source, the newest first. */
function SearchesRoom() {
	const searches = (state.value?.searches ?? []).toReversed();
	const count = state.value?.search_count ?? 0;
	if ((about.value?.states.length ?? 0) === 0) return /* @__PURE__ */ a("p", {
		class: "empty",
		children: [about.value?.title, " makes no searches: it answers queries at once."]
	});
	return /* @__PURE__ */ a("div", {
		class: "room",
		children: [/* @__PURE__ */ a(NewSearch, {}), /* @__PURE__ */ a("section", {
			"aria-labelledby": "living",
			children: [
				/* @__PURE__ */ a("h2", {
					id: "living",
					children: "Searches"
				}),
				searches.length < count ? /* @__PURE__ */ a("p", {
					class: "note",
					children: [
						"The newest ",
						searches.length,
						" of ",
						count.toLocaleString("en"),
						"."
					]
				}) : null,
				searches.length === 0 ? /* @__PURE__ */ a("p", {
					class: "empty",
					children: "There is none. A query makes one."
				}) : null,
				/* @__PURE__ */ a("ul", {
					class: "searches",
					children: searches.map((search) => /* @__PURE__ */ a(OneSearch, { search }, search.search_id))
				})
			]
		})]
	});
}
async function perform(said, request) {
	await act(said, request);
	await refresh();
}
function NewSearch() {
	const query = useSignal(about.value?.queries.all ?? "");
	const make = (event) => {
		event.preventDefault();
		perform("Make a search", {
			method: "POST",
			path: "/searches",
			body: { query: query.value }
		});
	};
	return /* @__PURE__ */ a("form", {
		class: "row new",
		onSubmit: make,
		children: [
			/* @__PURE__ */ a("input", {
				"aria-label": "Query",
				list: "queries",
				value: query.value,
				onInput: (event) => {
					query.value = event.currentTarget.value;
				}
			}),
			/* @__PURE__ */ a("datalist", {
				id: "queries",
				children: about.value?.queries.examples.map((each) => /* @__PURE__ */ a("option", { value: each }, each))
			}),
			/* @__PURE__ */ a("button", {
				type: "submit",
				children: "Make a search"
			})
		]
	});
}
function wordFor(means) {
	return about.value?.states.find((each) => each.means === means)?.word;
}
function OneSearch({ search }) {
	const { search_id: id, status, progress, record_count: rows, query, polls } = search;
	const means = about.value?.states.find(({ word }) => word === status)?.means ?? "";
	const isOpen = opened.value === id;
	return /* @__PURE__ */ a("li", {
		class: "card search",
		children: [
			/* @__PURE__ */ a("div", {
				class: "head",
				children: [
					/* @__PURE__ */ a("span", {
						class: `pill ${means.toLowerCase()}`,
						children: status
					}),
					/* @__PURE__ */ a("progress", {
						max: 100,
						value: progress,
						"aria-label": `Progress of ${id}`
					}),
					/* @__PURE__ */ a("span", {
						class: "number",
						children: [progress, " %"]
					}),
					/* @__PURE__ */ a("span", {
						class: "number",
						children: [rows.toLocaleString("en"), " rows"]
					}),
					/* @__PURE__ */ a("span", {
						class: "number",
						children: [polls, " polls"]
					}),
					/* @__PURE__ */ a("code", {
						class: "id",
						title: id,
						children: id
					})
				]
			}),
			/* @__PURE__ */ a("code", {
				class: "query",
				children: query
			}),
			/* @__PURE__ */ a("div", {
				class: "actions",
				children: [/* @__PURE__ */ a(Moves, {
					search,
					isRunning: means === "RUNNING"
				}), /* @__PURE__ */ a("button", {
					type: "button",
					class: "quiet",
					"aria-expanded": isOpen,
					onClick: () => {
						opened.value = isOpen ? void 0 : id;
					},
					children: isOpen ? "Hide its pages" : "Show its pages"
				})]
			}),
			isOpen ? /* @__PURE__ */ a(SearchPages, { id }) : null
		]
	});
}
function Moves({ search, isRunning }) {
	const { search_id: id, status, progress } = search;
	const path = `/searches/${encodeURIComponent(id)}`;
	const to = (said, body) => () => perform(`${said} ${id}`, {
		method: "POST",
		path: `${path}/advance`,
		body
	});
	const running = about.value?.states.filter(({ means }) => means === "RUNNING") ?? [];
	const place = running.findIndex(({ word }) => word === status);
	const next = running[Math.min(running.length - 1, place + 1)]?.word ?? status;
	const ends = [
		[
			"Finish",
			"COMPLETED",
			{}
		],
		[
			"Cancel",
			"CANCELED",
			{}
		],
		[
			"Fail",
			"ERROR",
			{}
		]
	];
	const code = about.value?.no_such_search;
	return /* @__PURE__ */ a($, { children: [
		isRunning ? /* @__PURE__ */ a($, { children: [/* @__PURE__ */ a("button", {
			type: "button",
			onClick: to("Advance", {
				status: next,
				progress: Math.min(99, progress + 25)
			}),
			children: "Advance"
		}), ends.map(([label, means]) => {
			const word = wordFor(means);
			if (word === void 0) return null;
			return /* @__PURE__ */ a("button", {
				type: "button",
				onClick: to(label, { status: word }),
				children: label
			}, label);
		})] }) : null,
		code === null || code === void 0 ? null : /* @__PURE__ */ a("button", {
			type: "button",
			onClick: () => perform(`Expire ${id}`, {
				method: "POST",
				path: "/faults",
				body: {
					kind: "api-error",
					code,
					search: id
				}
			}),
			children: "Expire"
		}),
		/* @__PURE__ */ a("button", {
			type: "button",
			onClick: () => perform(`Delete ${id}`, {
				method: "DELETE",
				path
			}),
			children: "Delete"
		})
	] });
}
// mock-datasource/ui/browser/accounts.tsx
/** Who may ask. What is secret is fetched, from the same snapshot as is saved, when somebody wants to see it. */
function Accounts() {
	const whole = useSignal(void 0);
	const masked = state.value?.settings.accounts ?? [];
	const accounts = whole.value ?? masked;
	const members = about.value?.members ?? [];
	const show = async () => {
		const { settings } = await ask({
			method: "GET",
			path: "/snapshot"
		});
		whole.value = settings.accounts;
	};
	const save = async (changed) => {
		whole.value = changed;
		await act("Change credentials", {
			method: "PATCH",
			path: "/settings",
			body: { accounts: changed }
		});
		await refresh();
	};
	return /* @__PURE__ */ a($, { children: [accounts.map((account, place) => /* @__PURE__ */ a("fieldset", {
		class: "account",
		children: [
			/* @__PURE__ */ a("legend", { children: ["Account ", place + 1] }),
			members.map(({ name }) => /* @__PURE__ */ a("label", {
				class: "field",
				children: [/* @__PURE__ */ a("span", { children: name }), /* @__PURE__ */ a("input", {
					disabled: whole.value === void 0,
					value: account.credentials[name] ?? "",
					onChange: (event) => {
						const credentials = {
							...account.credentials,
							[name]: event.currentTarget.value
						};
						save(accounts.map((each) => each === account ? {
							...each,
							credentials
						} : each));
					}
				})]
			}, name)),
			/* @__PURE__ */ a("label", {
				class: "field check",
				children: [/* @__PURE__ */ a("span", { children: "may use the API" }), /* @__PURE__ */ a("input", {
					type: "checkbox",
					disabled: whole.value === void 0,
					checked: account.permitted,
					onChange: (event) => {
						const permitted = event.currentTarget.checked;
						save(accounts.map((each) => each === account ? {
							...each,
							permitted
						} : each));
					}
				})]
			})
		]
	}, place)), whole.value === void 0 ? /* @__PURE__ */ a("button", {
		type: "button",
		onClick: show,
		children: "Show and change"
	}) : null] });
}
// mock-datasource/ui/browser/latency-slider.tsx
var MOST = 1e4;
/** The fault that stands for the slider: latency, and nothing that says where or when. */
function isOfEverything({ spec, off }) {
	return spec.kind === "latency" && Object.keys(spec).length === 2 && !off;
}
/** How late every answer is. */
function LatencySlider() {
	const moving = useSignal(void 0);
	const faults = state.value?.faults.filter(isOfEverything) ?? [];
	const now = faults.reduce((sum, { spec }) => sum + Number(spec["milliseconds"]), 0);
	const shown = moving.value ?? now;
	const set = async (milliseconds) => {
		for (const { id } of faults) await act(`Remove ${id}`, {
			method: "DELETE",
			path: `/faults/${id}`
		});
		if (milliseconds > 0) {
			const body = {
				kind: "latency",
				milliseconds
			};
			await act(`Everything ${milliseconds} ms late`, {
				method: "POST",
				path: "/faults",
				body
			});
		}
		await refresh();
		moving.value = void 0;
	};
	return /* @__PURE__ */ a("label", {
		class: "slider",
		children: [
			/* @__PURE__ */ a("span", {
				class: "spoken",
				children: "Milliseconds"
			}),
			/* @__PURE__ */ a("input", {
				type: "range",
				min: 0,
				max: MOST,
				step: 100,
				value: shown,
				"aria-valuetext": `${shown} milliseconds`,
				onInput: (event) => {
					moving.value = Number(event.currentTarget.value);
				},
				onChange: (event) => set(Number(event.currentTarget.value))
			}),
			/* @__PURE__ */ a("output", { children: shown === 0 ? "none" : `${(shown / 1e3).toFixed(1)} s` })
		]
	});
}
// mock-datasource/ui/browser/settings-room.tsx
async function patch(said, body) {
	await act(said, {
		method: "PATCH",
		path: "/settings",
		body
	});
	await refresh();
}
/** What the mock is like, changed as it runs. */
function SettingsRoom() {
	const settings = state.value?.settings;
	if (settings === void 0) return null;
	const { max_page_size, data_set, progress, ids, ending } = settings;
	const ends = about.value?.states.filter(({ means }) => means !== "RUNNING") ?? [];
	const hasSearches = ends.length > 0;
	return /* @__PURE__ */ a("div", {
		class: "room settings",
		children: [
			/* @__PURE__ */ a(Card, {
				title: "Latency of everything",
				children: /* @__PURE__ */ a(LatencySlider, {})
			}),
			/* @__PURE__ */ a(Card, {
				title: "Pages",
				children: /* @__PURE__ */ a(NumberSetting, {
					label: "Most rows of a page",
					value: max_page_size,
					least: 1,
					set: (value) => patch(`Page size ${value}`, { max_page_size: value })
				})
			}),
			/* @__PURE__ */ a(Card, {
				title: "Rows",
				children: data_set.data === void 0 ? /* @__PURE__ */ a($, { children: [/* @__PURE__ */ a(NumberSetting, {
					label: "How many",
					value: data_set.rows ?? 0,
					least: 0,
					set: (rows) => patch(`${rows} rows`, { data_set: {
						...data_set,
						rows
					} })
				}), /* @__PURE__ */ a(NumberSetting, {
					label: "Made from seed",
					value: data_set.seed ?? 1,
					least: 0,
					set: (seed) => patch(`Rows of seed ${seed}`, { data_set: {
						...data_set,
						seed
					} })
				})] }) : /* @__PURE__ */ a("p", { children: [data_set.data, " of your own."] })
			}),
			hasSearches ? /* @__PURE__ */ a(Card, {
				title: "Searches made from now on",
				children: [
					/* @__PURE__ */ a("label", {
						class: "field",
						children: [/* @__PURE__ */ a("span", { children: "Progress is driven by" }), /* @__PURE__ */ a("select", {
							value: progress.by,
							onChange: (event) => patch("How progress is driven", event.currentTarget.value === "clock" ? { progress: {
								by: "clock",
								milliseconds: 5e3
							} } : { progress: {
								by: "polls",
								polls: 2
							} }),
							children: [/* @__PURE__ */ a("option", {
								value: "polls",
								children: "status calls"
							}), /* @__PURE__ */ a("option", {
								value: "clock",
								children: "the clock"
							})]
						})]
					}),
					progress.by === "polls" ? /* @__PURE__ */ a(NumberSetting, {
						label: "Status calls that find it running",
						value: progress.polls ?? 0,
						least: 0,
						set: (polls) => patch(`${polls} polls`, { progress: {
							by: "polls",
							polls
						} })
					}) : /* @__PURE__ */ a(NumberSetting, {
						label: "Milliseconds until it ends",
						value: progress.milliseconds ?? 0,
						least: 0,
						set: (milliseconds) => patch(`Ends after ${milliseconds} ms`, { progress: {
							by: "clock",
							milliseconds
						} })
					}),
					/* @__PURE__ */ a("label", {
						class: "field",
						children: [/* @__PURE__ */ a("span", { children: "They end" }), /* @__PURE__ */ a("select", {
							value: ending?.status ?? about.value?.completed ?? "",
							onChange: (event) => {
								const status = event.currentTarget.value;
								const at = status === about.value?.completed ? 100 : 50;
								patch(`Searches end ${status}`, { ending: {
									status,
									progress: at
								} });
							},
							children: ends.map(({ word }) => /* @__PURE__ */ a("option", {
								value: word,
								children: [word, word === about.value?.completed ? "" : " at 50 %"]
							}, word))
						})]
					}),
					/* @__PURE__ */ a("label", {
						class: "field",
						children: [/* @__PURE__ */ a("span", { children: "Ids" }), /* @__PURE__ */ a("select", {
							value: ids,
							onChange: (event) => patch("Ids", { ids: event.currentTarget.value }),
							children: [/* @__PURE__ */ a("option", {
								value: "uuid",
								children: "UUIDs"
							}), /* @__PURE__ */ a("option", {
								value: "awkward",
								children: "awkward ones"
							})]
						})]
					})
				]
			}) : null,
			/* @__PURE__ */ a(Card, {
				title: "Credentials",
				children: /* @__PURE__ */ a(Accounts, {})
			})
		]
	});
}
function Card({ title, children }) {
	return /* @__PURE__ */ a("section", {
		class: "card",
		"aria-label": title,
		children: [/* @__PURE__ */ a("h2", { children: title }), children]
	});
}
/** Takes effect when one leaves the field, or with Enter. */
function NumberSetting({ label, value, least, set }) {
	const typed = useSignal(void 0);
	return /* @__PURE__ */ a("label", {
		class: "field",
		children: [/* @__PURE__ */ a("span", { children: label }), /* @__PURE__ */ a("input", {
			type: "number",
			min: least,
			value: typed.value ?? value,
			onInput: (event) => {
				typed.value = event.currentTarget.value;
			},
			onChange: (event) => {
				typed.value = void 0;
				const given = Number(event.currentTarget.value);
				if (given !== value) set(given);
			}
		})]
	});
}
// mock-datasource/ui/browser/state-room.tsx
/** The whole state of the mock: to keep, to bring back, to throw away. */
function StateRoom() {
	const problem = useSignal("");
	const { counters = {}, journal } = state.value ?? {};
	const load = async (event) => {
		const { files } = event.currentTarget;
		const file = files?.[0];
		if (file === void 0) return;
		try {
			const body = JSON.parse(await file.text());
			problem.value = "";
			await act(`Load ${file.name}`, {
				method: "PUT",
				path: "/snapshot",
				body
			});
			await refresh();
		} catch {
			problem.value = `${file.name} is no JSON`;
		}
	};
	return /* @__PURE__ */ a("div", {
		class: "room settings",
		children: [
			/* @__PURE__ */ a("section", {
				class: "card",
				"aria-labelledby": "saving",
				children: [
					/* @__PURE__ */ a("h2", {
						id: "saving",
						children: "Save and load"
					}),
					/* @__PURE__ */ a("p", { children: "Settings, searches and faults, in the form that --state takes. It holds the passwords." }),
					/* @__PURE__ */ a("div", {
						class: "actions",
						children: [
							/* @__PURE__ */ a("button", {
								type: "button",
								class: "primary",
								onClick: save,
								children: "Save"
							}),
							/* @__PURE__ */ a("label", {
								class: "file",
								children: [/* @__PURE__ */ a("span", { children: "Load" }), /* @__PURE__ */ a("input", {
									type: "file",
									accept: ".json,application/json",
									onChange: load
								})]
							}),
							/* @__PURE__ */ a("button", {
								type: "button",
								onClick: saveScenario,
								children: "Download a scenario"
							})
						]
					}),
					/* @__PURE__ */ a("p", { children: "A scenario, for mock and verify --scenario, is the same without passwords: send it to anybody." }),
					problem.value === "" ? null : /* @__PURE__ */ a("p", {
						class: "problem",
						children: problem.value
					})
				]
			}),
			/* @__PURE__ */ a("section", {
				class: "card",
				"aria-labelledby": "start",
				children: [
					/* @__PURE__ */ a("h2", {
						id: "start",
						children: "Back to the start"
					}),
					/* @__PURE__ */ a("p", { children: "No searches, faults or exchanges, and the settings that it started with." }),
					/* @__PURE__ */ a("button", {
						type: "button",
						onClick: reset,
						children: "Reset"
					})
				]
			}),
			/* @__PURE__ */ a("section", {
				class: "card",
				"aria-labelledby": "counts",
				children: [/* @__PURE__ */ a("h2", {
					id: "counts",
					children: "Counts"
				}), /* @__PURE__ */ a("dl", {
					class: "facts",
					children: Object.entries(counters).map(([name, count]) => /* @__PURE__ */ a("div", { children: [/* @__PURE__ */ a("dt", { children: name.replaceAll("_", " ") }), /* @__PURE__ */ a("dd", { children: count.toLocaleString("en") })] }, name))
				})]
			}),
			journal === void 0 ? null : /* @__PURE__ */ a("section", {
				class: "card",
				"aria-labelledby": "journal",
				children: [
					/* @__PURE__ */ a("h2", {
						id: "journal",
						children: "Journal"
					}),
					/* @__PURE__ */ a("p", { children: [
						megabytes(journal.bytes),
						" of ",
						megabytes(journal.most_bytes),
						" MiB (--journal)."
					] }),
					/* @__PURE__ */ a("p", { children: droppedWords(journal) })
				]
			})
		]
	});
}
function megabytes(bytes) {
	return (bytes / 1048576).toFixed(1);
}
function droppedWords(journal) {
	const { forgotten_up_to: forgotten, bodies_dropped_up_to: bodies } = journal;
	if (forgotten > 0) return `Exchanges up to ${forgotten} are no longer kept.`;
	if (bodies > 0) return `Up to exchange ${bodies}, headers and bodies have made room for newer ones.`;
	return "Everything is kept so far, the oldest bodies are dropped first.";
}
async function save() {
	const snapshot = await act("Save the state", {
		method: "GET",
		path: "/snapshot"
	});
	if (snapshot !== void 0) download(snapshot, "state");
}
async function saveScenario() {
	const scenario = await act("Save a scenario", {
		method: "GET",
		path: "/scenario"
	});
	if (scenario !== void 0) download(scenario, "scenario");
}
function download(value, what) {
	const url = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)]));
	const link = document.createElement("a");
	link.href = url;
	link.download = `${about.value?.name ?? "mock"}-${what}.json`;
	link.click();
	URL.revokeObjectURL(url);
}
async function reset() {
	await act("Back to the start", {
		method: "POST",
		path: "/reset"
	});
	await refresh();
}
// mock-datasource/ui/browser/theme.tsx
var KEPT = "connector-contract-mock-theme";
var theme = y$1(localStorage.getItem(KEPT) ?? "");
var show = () => {
	if (theme.value === "") delete document.documentElement.dataset["theme"];
	else document.documentElement.dataset["theme"] = theme.value;
};
show();
/** Light, dark, or as the system has it. */
function ThemeButton() {
	const isDark = theme.value === "dark" || theme.value === "" && matchMedia("(prefers-color-scheme: dark)").matches;
	const other = isDark ? "light" : "dark";
	const change = () => {
		theme.value = other;
		localStorage.setItem(KEPT, other);
		show();
	};
	return /* @__PURE__ */ a("button", {
		type: "button",
		class: "quiet theme",
		onClick: change,
		title: `Show it ${other}`,
		children: [/* @__PURE__ */ a("span", {
			"aria-hidden": "true",
			children: isDark ? "☀" : "☾"
		}), /* @__PURE__ */ a("span", {
			class: "spoken",
			children: ["Show it ", other]
		})]
	});
}
// mock-datasource/ui/browser/shell.tsx
var ROOMS = [
	{
		name: "exchanges",
		label: "Exchanges",
		shows: ExchangesRoom,
		count: () => state.value?.counters["requests"] ?? 0
	},
	{
		name: "searches",
		label: "Searches",
		shows: SearchesRoom,
		count: () => state.value?.search_count ?? 0
	},
	{
		name: "faults",
		label: "Faults",
		shows: FaultsRoom,
		count: () => (state.value?.faults ?? []).filter(({ off }) => !off).length
	},
	{
		name: "settings",
		label: "Settings",
		shows: SettingsRoom
	},
	{
		name: "api",
		label: "API",
		shows: ApiRoom
	},
	{
		name: "state",
		label: "State",
		shows: StateRoom
	}
];
/** The room that the address names. */
var room = y$1(roomIn(location.hash));
addEventListener("hashchange", () => {
	room.value = roomIn(location.hash);
});
addEventListener("keydown", (event) => {
	const { target } = event;
	if (target instanceof Element && target.closest("input, textarea, select") !== null || event.ctrlKey || event.metaKey || event.altKey) return;
	const chosen = ROOMS[Number(event.key) - 1];
	if (chosen) location.hash = chosen.name;
});
function roomIn(hash) {
	const name = hash.slice(1);
	return ROOMS.some((each) => each.name === name) ? name : "exchanges";
}
function Shell() {
	if (isTokenWanted.value) return /* @__PURE__ */ a(TokenForm, {});
	const Shown = ROOMS.find(({ name }) => name === room.value)?.shows ?? ExchangesRoom;
	return /* @__PURE__ */ a("div", {
		class: "shell",
		children: [
			/* @__PURE__ */ a("header", {
				class: "top",
				children: [
					/* @__PURE__ */ a("h1", { children: [
						/* @__PURE__ */ a("span", {
							class: "mark",
							"aria-hidden": "true"
						}),
						about.value?.title ?? "Mock data source",
						" ",
						/* @__PURE__ */ a("small", { children: "mock" })
					] }),
					/* @__PURE__ */ a(Link, {}),
					/* @__PURE__ */ a(ThemeButton, {}),
					/* @__PURE__ */ a("nav", {
						"aria-label": "Rooms",
						children: ROOMS.map(({ name, label, count }, index) => /* @__PURE__ */ a("a", {
							href: `#${name}`,
							"aria-current": room.value === name ? "page" : void 0,
							ref: room.value === name ? showChosen : null,
							title: `Key ${index + 1}`,
							children: [label, count && count() > 0 ? /* @__PURE__ */ a("b", { children: count().toLocaleString("en") }) : null]
						}, name))
					})
				]
			}),
			/* @__PURE__ */ a("main", { children: about.value && state.value ? /* @__PURE__ */ a(Shown, {}) : /* @__PURE__ */ a(Waiting, {}) }),
			/* @__PURE__ */ a(DeedBar, {})
		]
	});
}
/** On a phone not all of them can be seen at once. */
function showChosen(link) {
	link?.scrollIntoView({
		block: "nearest",
		inline: "center"
	});
}
function Waiting() {
	return /* @__PURE__ */ a("p", {
		class: "empty",
		children: link.value === "gone" ? "The mock does not answer." : "One moment …"
	});
}
function Link() {
	return /* @__PURE__ */ a("span", {
		class: `link ${link.value}`,
		role: "status",
		children: [{
			starting: "connecting",
			live: "live",
			gone: "gone: trying again"
		}[link.value], /* @__PURE__ */ a("span", {
			class: "origin",
			children: location.host
		})]
	});
}
function TokenForm() {
	const submit = (event) => {
		event.preventDefault();
		const given = new FormData(event.currentTarget).get("token");
		useToken(String(given));
	};
	return /* @__PURE__ */ a("main", {
		class: "gate",
		children: /* @__PURE__ */ a("form", {
			onSubmit: submit,
			class: "card",
			children: [
				/* @__PURE__ */ a("h1", { children: "This mock asks for its token" }),
				/* @__PURE__ */ a("p", { children: "It is what was given to --admin-token. It stays in this tab." }),
				/* @__PURE__ */ a("label", { children: ["Token", /* @__PURE__ */ a("input", {
					name: "token",
					type: "password",
					required: true,
					autoComplete: "off"
				})] }),
				/* @__PURE__ */ a("button", {
					type: "submit",
					class: "primary",
					children: "Open"
				})
			]
		})
	});
}
// mock-datasource/ui/browser/main.tsx
start();
Q(/* @__PURE__ */ a(Shell, {}), document.body);
