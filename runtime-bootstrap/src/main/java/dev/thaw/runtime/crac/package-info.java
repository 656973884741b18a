/**
 * The hooks of SnapStart, as CRaC ("coordinated restore at checkpoint") knows them.
 *
 * <p>A function compiles against {@code org.crac:crac} or {@code io.github.crac:org-crac}. Those
 * only pass on what is registered with them, to an implementation whose package the system property
 * {@code org.crac.Core.Compat} names: the launcher names this one, under SnapStart only. Where the
 * property is missing, as in every other environment, the library takes registrations and forgets
 * them. It finds by reflection {@code Core.getGlobalContext()}, {@code Core.checkpointRestore()},
 * {@code Context.register(Resource)} and the two exceptions: their names and shapes are its
 * contract. Functions do not use them directly.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">AWS
 *     on runtime hooks for Java</a>
 */
@NullMarked
package dev.thaw.runtime.crac;

import org.jspecify.annotations.NullMarked;
