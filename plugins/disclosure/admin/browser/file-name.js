// The name of a new file, which becomes its address. That of an existing file stays as it is.

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const WANTED = "請用小寫英文字母、數字與連字號，例如 children-count。 / Lower-case letters, digits and hyphens.";

export function widget(createClass, element) {
  return createClass({
    isNew() {
      return this.props.entry.get("newRecord");
    },

    // Asked by the editor before it saves.
    isValid() {
      const isFine = !this.isNew() || NAME.test(this.props.value ?? "");
      return isFine || { error: { type: "PATTERN", message: WANTED } };
    },

    render() {
      const { forID, value, classNameWrapper, onChange, setActiveStyle, setInactiveStyle, entry } = this.props;
      return element("input", {
        id: forID,
        className: classNameWrapper,
        type: "text",
        value: this.isNew() ? (value ?? "") : entry.get("slug"),
        readOnly: !this.isNew(),
        onChange: (event) => onChange(event.target.value),
        onFocus: setActiveStyle,
        onBlur: setInactiveStyle,
      });
    },
  });
}
